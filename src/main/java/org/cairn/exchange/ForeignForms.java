package org.cairn.exchange;

import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.RecordKind;

/// Forms of other tools: an XLSForm, a compiled XForm, a Martus template.
public final class ForeignForms {

    private ForeignForms() {}

    /// Reads a form, whatever tool it is of.
    ///
    /// @param file what the file is called, without its folder
    /// @param extended the kind of record its questions are to be added to
    /// @throws Unreadable when it is no form, or of a tool that nobody here knows
    public static ForeignForm read(byte[] bytes, String file, RecordKind extended) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty");
        }
        if (Workbook.looksLikeOne(bytes)) {
            return XlsForm.read(bytes, file, extended);
        }
        if (MartusForm.looksLikeTemplate(bytes)) {
            return MartusForm.template(bytes, file, extended);
        }
        if (!looksLikeXml(bytes)) {
            throw new Unreadable("notAForm");
        }
        Xml root = Xml.read(bytes);
        return XForm.read(root, file, Optional.of(Fingerprint.of(bytes)), extended);
    }

    static boolean looksLikeXml(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 200); i++) {
            int letter = bytes[i] & 0xff;
            if (letter == '<') {
                return true;
            }
            if (letter > ' '
                    && letter != 0xef
                    && letter != 0xbb
                    && letter != 0xbf
                    && letter != 0xfe
                    && letter != 0xff) {
                return false;
            }
        }
        return false;
    }
}
