@echo off
rem Starts Cairn with a JDK 25 (JAVA25_HOME, JAVA_HOME or the PATH).
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if defined JAVA25_HOME set "JAVA=%JAVA25_HOME%\bin\java"
rem CAIRN_HEAP=4g: for bundles of more than some tens of thousands of pages
if not defined CAIRN_HEAP set "CAIRN_HEAP=700m"
rem a report of a crash, a core and what the JVM measures of itself would lie somewhere in clear
"%JAVA%" -XX:-CreateCoredumpOnCrash -XX:ErrorFile=NUL -XX:-UsePerfData --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseParallelGC -Xmx%CAIRN_HEAP% -Dfile.encoding=UTF-8 -cp "%~dp0..\lib\*" org.cairn.app.Launcher %*
