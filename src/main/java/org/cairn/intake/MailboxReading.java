package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.domain.PlaceInside;
import org.xml.sax.SAXException;

/// Takes the messages out of an mbox (RFC 4155), each byte for byte as it lies there.
///
/// A message begins after a line `From …` that stands at the start or after an empty line, and that a head follows: a
/// sentence that begins with that word ends no message.
final class MailboxReading {

    private static final Pattern HEAD = Pattern.compile("(?:>?From |[!-9;-~]+[ \\t]*:).*");

    private final IncomingBytes bytes;
    private final Children children;

    MailboxReading(IncomingBytes bytes, Children children) {
        this.bytes = bytes;
        this.children = children;
    }

    /// Where a message lies, without the line that parts it from the one before.
    private record Stretch(long from, long to) {}

    void read() throws IOException, SAXException {
        List<Stretch> messages = messages();
        if (messages.isEmpty()) {
            throw new IOException("no mailbox");
        }
        int number = 0;
        for (Stretch message : messages) {
            number++;
            take(number, message);
        }
    }

    private void take(int number, Stretch message) throws IOException, SAXException {
        long length = message.to() - message.from();
        String name = name(message.from(), length);
        String path = String.format(Locale.ROOT, "%04d/%s", number, name);
        try (InputStream letter = bytes.open(message.from(), length)) {
            children.take(
                    name,
                    Optional.of(new PlaceInside(path)),
                    new WholeMember(() -> letter, length, WholeMember.UNKNOWN));
        }
    }

    private String name(long from, long length) throws IOException {
        try (InputStream letter = bytes.open(from, length)) {
            return LetterName.of(MessageHead.field(letter, "subject"));
        }
    }

    private List<Stretch> messages() throws IOException {
        List<Stretch> found = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(bytes.all(), 1 << 16)) {
            ByteLines lines = new ByteLines(in);
            long begun = -1;
            long parted = 0;
            // the empty line before the next message belongs to neither
            long empty = 0;
            boolean parts = false;
            while (lines.next()) {
                String line = lines.line();
                if (parts && HEAD.matcher(line).matches()) {
                    if (begun >= 0) {
                        found.add(new Stretch(begun, parted));
                    }
                    begun = lines.start();
                }
                parts = empty >= 0 && line.startsWith("From ");
                parted = parts ? empty : parted;
                empty = line.isEmpty() ? lines.start() : -1;
            }
            if (begun >= 0) {
                found.add(new Stretch(begun, empty > begun ? empty : lines.end()));
            }
        }
        return found;
    }
}
