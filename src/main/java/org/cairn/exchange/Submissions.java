package org.cairn.exchange;

import java.util.List;
import java.util.Optional;

/// Files of submissions: bulletins of Martus, instances of ODK, tables of either.
public final class Submissions {

    private Submissions() {}

    /// Every submission of a file, each with its own fate.
    ///
    /// @param file what the file is called, without its folder
    /// @param sure whether somebody says that a table holds submissions, though it does not look like it
    /// @throws Unreadable when the file as a whole cannot be read, or holds none
    public static List<Offered> read(byte[] bytes, String file, boolean sure) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty");
        }
        List<Offered> offered = all(bytes, file, sure);
        if (offered.isEmpty()) {
            throw new Unreadable("noSubmissions");
        }
        return offered;
    }

    private static List<Offered> all(byte[] bytes, String file, boolean sure) throws Unreadable {
        if (!ForeignForms.looksLikeXml(bytes)) {
            Optional<String> table = bytes.length > Xml.MOST_BYTES ? Optional.empty() : CsvTable.text(bytes);
            if (table.isPresent() && (sure || CsvFile.looksLikeOne(table.get()))) {
                return CsvFile.read(CsvTable.read(table.get()), file.replaceFirst("\\.[^.]*$", ""));
            }
            throw new Unreadable("notSubmissions");
        }
        Xml root = Xml.read(bytes);
        if (MartusFile.looksLikeOne(root)) {
            return MartusFile.read(root);
        }
        if (!XForm.looksLikeOne(root) && OdkFile.looksLikeOne(root)) {
            return OdkFile.read(root);
        }
        throw new Unreadable("notSubmissions");
    }

    /// Whether bytes are a form rather than submissions.
    public static boolean isForm(byte[] bytes) {
        if (bytes.length == 0) {
            return false;
        }
        if (Workbook.looksLikeOne(bytes) || MartusForm.looksLikeTemplate(bytes)) {
            return true;
        }
        try {
            return ForeignForms.looksLikeXml(bytes) && XForm.looksLikeOne(Xml.read(bytes));
        } catch (Unreadable e) {
            return false;
        }
    }
}
