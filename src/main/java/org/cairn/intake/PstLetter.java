package org.cairn.intake;

import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.codec.binary.Base64InputStream;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.jspecify.annotations.Nullable;

/// Writes a message of Outlook's store out as a message file (RFC 5322, RFC 2045): its head, its words, what hangs on
/// it.
///
/// Outlook keeps no such file. The same message is written the same way every time, so that what is read again is known
/// again.
final class PstLetter {

    private static final int DEEPEST = 6;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final PSTMessage message;
    private final int depth;

    PstLetter(PSTMessage message) {
        this(message, 0);
    }

    private PstLetter(PSTMessage message, int depth) {
        this.message = message;
        this.depth = depth;
    }

    String subject() {
        return given(message.getSubject());
    }

    InputStream open() throws IOException {
        List<InputStream> pieces = new ArrayList<>();
        String boundary = "=_cairn_" + depth + "_" + Long.toHexString(message.getDescriptorNodeId());
        text(pieces, String.join("\r\n", new PstHead(message).lines()) + "\r\nMIME-Version: 1.0\r\n");
        text(pieces, "Content-Type: multipart/mixed;\r\n\tboundary=\"" + boundary + "\"\r\n\r\n");
        words(pieces, boundary);
        for (int i = 0; i < message.getNumberOfAttachments(); i++) {
            attachment(pieces, boundary, i);
        }
        text(pieces, "--" + boundary + "--\r\n");
        return new SequenceInputStream(Collections.enumeration(pieces));
    }

    private void words(List<InputStream> pieces, String boundary) throws IOException {
        String plain = given(message.getBody());
        String page = given(message.getBodyHTML());
        if (plain.isBlank() && page.isBlank()) {
            plain = PstFacts.of(message);
        }
        String rich = plain.isBlank() && page.isBlank() ? rich() : "";
        if (!rich.isBlank()) {
            part(pieces, boundary, "application/rtf", disposition("message.rtf"));
            encoded(pieces, new ByteArrayInputStream(rich.getBytes(StandardCharsets.ISO_8859_1)));
        } else if (!plain.isBlank() || page.isBlank()) {
            part(pieces, boundary, "text/plain; charset=utf-8", "");
            encoded(pieces, utf8(plain));
        } else {
            part(pieces, boundary, "text/html; charset=utf-8", "");
            encoded(pieces, utf8(page));
        }
    }

    /// Words that only lie there as rich text.
    private String rich() throws IOException {
        try {
            return given(message.getRTFBody());
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }

    private void attachment(List<InputStream> pieces, String boundary, int index) throws IOException {
        try {
            PSTAttachment attached = message.getAttachment(index);
            PSTMessage inner = attached.getAttachMethod() == PSTAttachment.ATTACHMENT_METHOD_EMBEDDED
                    ? attached.getEmbeddedPSTMessage()
                    : null;
            if (inner == null) {
                part(pieces, boundary, type(attached), disposition(name(attached)));
                encoded(pieces, attached.getFileInputStream());
            } else if (depth < DEEPEST) {
                PstLetter letter = new PstLetter(inner, depth + 1);
                text(pieces, "--" + boundary + "\r\nContent-Type: message/rfc822\r\n");
                text(pieces, disposition(LetterName.ofWords(letter.subject())) + "\r\n");
                pieces.add(letter.open());
                text(pieces, "\r\n");
            }
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }

    private static void part(List<InputStream> pieces, String boundary, String type, String disposition) {
        text(pieces, "--" + boundary + "\r\nContent-Type: " + type + "\r\n" + disposition);
        text(pieces, "Content-Transfer-Encoding: base64\r\n\r\n");
    }

    private static void encoded(List<InputStream> pieces, InputStream bytes) {
        pieces.add(new Base64InputStream(bytes, true, 76, LINE_END));
        text(pieces, "\r\n");
    }

    private static String disposition(String name) {
        String word = EncoderUtil.encodeIfNecessary(name.replaceAll("[\"\\\\]", "_"), EncoderUtil.Usage.TEXT_TOKEN, 0);
        return "Content-Disposition: attachment;\r\n\tfilename=\"" + word.replaceAll("\\r\\n\\s*", " ") + "\"\r\n";
    }

    private static String name(PSTAttachment attached) {
        String known = given(attached.getLongFilename()).isBlank()
                ? given(attached.getFilename())
                : attached.getLongFilename();
        return FileNames.safe(known.isBlank() ? given(attached.getDisplayName()) : known);
    }

    private static String type(PSTAttachment attached) {
        String told = given(attached.getMimeTag());
        return told.matches("[\\w.+-]{1,60}/[\\w.+-]{1,100}")
                        && !told.startsWith("multipart")
                        && !told.startsWith("message")
                ? told
                : "application/octet-stream";
    }

    static String given(@Nullable String words) {
        return words == null ? "" : words;
    }

    private static InputStream utf8(String words) {
        return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    }

    private static void text(List<InputStream> pieces, String words) {
        pieces.add(new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)));
    }
}
