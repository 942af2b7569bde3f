@echo off
rem Starts Cairn with a JDK 25 (JAVA25_HOME, JAVA_HOME or the PATH).
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined JAVA25_HOME set "JAVA=%JAVA25_HOME%\bin\java"
"%JAVA%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx1g -Dfile.encoding=UTF-8 -cp "%~dp0..\lib\*" org.cairn.app.Launcher %*
