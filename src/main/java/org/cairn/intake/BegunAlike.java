package org.cairn.intake;

import java.io.IOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/// Texts that begin with the mark of another format: `P1 was beaten` like an old picture, `MZ was held` like a program,
/// a bracket in the second line like a part of Emacs.
///
/// What is called a text and looks like one is read as one, unless it is of a format whose files look like text too:
/// nobody would find a word of a statement that is taken for a picture. A letter is one by what its program wrote at
/// its head, see [LetterMarks]; without a name that says what it is, one such mark is enough.
final class BegunAlike {

    /// Formats besides those with a name in `text` or `message` and XML.
    private static final Set<String> LOOK_LIKE_TEXT = Set.of(
            "application/pdf",
            "application/rtf",
            "application/mbox",
            "application/warc",
            "application/x-tnef",
            "application/pgp-encrypted",
            "application/pgp-signature",
            "application/pgp-keys",
            "image/vnd.dxf",
            "multipart/related");

    private static final Set<String> LETTERS = Set.of(MessageHead.TYPE, "message/news");

    private BegunAlike() {}

    /// @param type what its first bytes say
    /// @param about its name
    static boolean isText(MediaType type, IncomingBytes bytes, Metadata about, MimeTypes known) throws IOException {
        MediaTypeRegistry types = known.getMediaTypeRegistry();
        MediaType named = known.detect(null, about);
        boolean text = types.isInstanceOf(named, MediaType.TEXT_PLAIN);
        if (LETTERS.contains(type.toString())) {
            boolean letter = named.getType().equals("message");
            boolean unnamed = named.equals(MediaType.OCTET_STREAM);
            return (text && !letter || unnamed)
                    && LetterMarks.of(bytes) < (unnamed ? 1 : LetterMarks.SURE)
                    && TextReading.looksLikeText(bytes);
        }
        return text && !looksLikeText(type, types) && TextReading.looksLikeText(bytes);
    }

    private static boolean looksLikeText(MediaType type, MediaTypeRegistry types) {
        return type.getType().equals("text")
                || type.getType().equals("message")
                || LOOK_LIKE_TEXT.contains(type.toString())
                || types.isInstanceOf(type, MediaType.TEXT_PLAIN)
                || types.isInstanceOf(type, MediaType.APPLICATION_XML);
    }
}
