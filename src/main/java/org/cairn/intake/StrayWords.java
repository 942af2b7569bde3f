package org.cairn.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Words of an older office document (a compound file, MS-CFB) that no reader takes any more, as where its end is cut
/// off: they stand in it as they are, two bytes a letter or one, between bytes that are none.
final class StrayWords {

    private static final Set<String> KINDS =
            Set.of("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");

    private static final int LARGEST = 64 << 20;
    /// Fewer letters come together by chance.
    private static final int LEAST_WIDE = 6;

    private static final int LEAST_NARROW = 10;
    private static final double LIKE_WORDS = 0.85;

    private final byte[] bytes;
    private final Gathering gathering;

    private StrayWords(byte[] bytes, Gathering gathering) {
        this.bytes = bytes;
        this.gathering = gathering;
    }

    static boolean reads(String mediaType, IncomingBytes whole) {
        return KINDS.contains(mediaType) && whole.whole() && whole.size() <= LARGEST;
    }

    static void read(IncomingBytes whole, Gathering gathering) throws IOException, StopReading {
        new StrayWords(whole.head(LARGEST), gathering).read();
        gathering.end();
    }

    private void read() throws IOException, StopReading {
        int at = 0;
        while (at < bytes.length) {
            int wide = wideEnd(at);
            int narrow = narrowEnd(at);
            boolean plain = narrow - at >= LEAST_NARROW && plain(at, narrow);
            if ((wide - at) / 2 >= LEAST_WIDE && wide > narrow && !plain) {
                tell(new String(bytes, at, wide - at, StandardCharsets.UTF_16LE));
                at = wide;
            } else if (narrow - at >= LEAST_NARROW) {
                byte[] run = java.util.Arrays.copyOfRange(bytes, at, narrow);
                Optional<java.nio.charset.Charset> charset = TextEncoding.ofText(run);
                if (charset.isPresent()) {
                    tell(new String(run, charset.get()));
                }
                at = narrow;
            } else {
                at++;
            }
        }
    }

    private void tell(String words) throws IOException, StopReading {
        long letters = words.codePoints().filter(Character::isLetter).count();
        long different = words.codePoints().distinct().count();
        if (letters * 2 > words.length() && different > 3 && WordLikeness.of(words) >= LIKE_WORDS) {
            gathering.append(words.replace('\r', '\n').replace('\u0007', '\t'));
            gathering.endLine();
        }
    }

    private int wideEnd(int from) {
        int at = from;
        while (at + 1 < bytes.length && wide((bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8)) {
            at += 2;
        }
        return at;
    }

    /// Whether it is hardly anything but words of plain letters, any two of which look like a Chinese sign.
    private boolean plain(int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += bytes[i] == ' ' || bytes[i] > 0 && Character.isLetter(bytes[i]) ? 1 : 0;
        }
        return letters * 10 > (to - from) * 8;
    }

    private static boolean wide(int letter) {
        // one byte too early, Latin letters look like others whose second byte is nothing
        boolean early = letter > 0xFF && (letter & 0xFF) == 0;
        return letter >= ' '
                        && letter < 0xD800
                        && !early
                        && Character.isDefined(letter)
                        && !Character.isISOControl(letter)
                || letter == '\r'
                || letter == '\n'
                || letter == '\t'
                || letter == 7;
    }

    private int narrowEnd(int from) {
        int at = from;
        while (at < bytes.length && narrow(bytes[at] & 0xFF)) {
            at++;
        }
        return at;
    }

    private static boolean narrow(int letter) {
        return letter >= ' ' && letter != 0x7F && letter != 0xFF
                || letter == '\r'
                || letter == '\n'
                || letter == '\t'
                || letter == 7;
    }
}
