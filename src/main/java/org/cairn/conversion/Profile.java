package org.cairn.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The settings of LibreOffice for one run, thrown away after it: nothing a document asks for is run, followed,
/// fetched or brought up to date.
///
/// @param folder where they lie
record Profile(Path folder) {

    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
            """
            // no macros, whoever signed them, and no code in other languages
            + set("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
            + set("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
            + set("Office.Common/Security/Scripting", "CheckDocumentEvents", "false")
            // pictures and parts that lie elsewhere, on this machine or another, stay there
            + set("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
            + set("Office.Writer/Content/Update", "Link", "0")
            + set("Office.Calc/Content/Update", "Link", "1")
            // cells show what was last worked out in them; what asks for the day or for chance does not heed this
            + set("Office.Calc/Formula/Load", "OOXMLRecalcMode", "1")
            + set("Office.Calc/Formula/Load", "ODFRecalcMode", "1")
            // what hardly anybody writes is mostly made to break the reader
            + set("Office.Common/Security", "LoadExoticFileFormats", "0")
            + set("Inet/Settings", "ooInetProxyType", "2")
            + set("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1")
            + set("Inet/Settings", "ooInetHTTPProxyPort", "9")
            + set("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1")
            + set("Inet/Settings", "ooInetHTTPSProxyPort", "9")
            + set("Inet/Settings", "ooInetNoProxy", "")
            + set("Office.Common/Save/Document", "AutoSave", "false")
            + set("Office.Recovery/RecoveryInfo", "Enabled", "false")
            + set("Office.Common/Misc", "UseOpenCL", "false")
            + "</oor:items>\n";

    private static String set(String place, String name, String value) {
        return "<item oor:path=\"/org.openoffice." + place + "\"><prop oor:name=\"" + name
                + "\" oor:op=\"fuse\"><value>" + value + "</value></prop></item>\n";
    }

    /// Writes the settings into a folder.
    static Profile in(Path folder) throws IOException {
        Path settings = Files.createDirectories(folder.resolve("profile").resolve("user"));
        Files.writeString(settings.resolve("registrymodifications.xcu"), SETTINGS);
        return new Profile(folder.resolve("profile"));
    }

    /// How LibreOffice is told of them.
    String argument() {
        return "-env:UserInstallation=" + folder.toUri();
    }
}
