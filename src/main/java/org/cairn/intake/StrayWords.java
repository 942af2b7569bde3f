package org.cairn.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /// Of fewer bytes nobody can say in which encoding they are, if they are no ASCII.
    private static final int LEAST_GUESSED = 40;

    private static final int MOST_GUESSED = 20_000;

    private static final String TAIWAN = "Big5";
    private static final int LAST_IN_USE = 0xC6;
    private static final int FIRST_EASTERN = 0x2E80;

    /// Mainland China, Japan, Korea and Taiwan; of the last only the half that is in use, up to this byte.
    private static final List<Charset> TABLES = Stream.of("GB2312", "Shift_JIS", "EUC-KR", TAIWAN)
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private final byte[] bytes;
    private final Gathering gathering;
    private int guessed;

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
                byte[] run = Arrays.copyOfRange(bytes, at, narrow);
                Optional<Charset> charset = charset(run);
                if (charset.isPresent()) {
                    tell(new String(run, charset.get()));
                }
                at = narrow;
            } else {
                at++;
            }
        }
    }

    /// Guessing costs time, and few letters say nothing; a picture has many runs that are none.
    private Optional<Charset> charset(byte[] run) {
        boolean ascii = true;
        boolean blank = false;
        for (byte one : run) {
            ascii &= one >= 0;
            blank |= one == ' ';
        }
        if (ascii) {
            return Optional.of(StandardCharsets.US_ASCII);
        }
        if (!blank || run.length < LEAST_GUESSED || guessed >= MOST_GUESSED) {
            return Optional.empty();
        }
        guessed++;
        return TextEncoding.ofText(Arrays.copyOf(run, Math.min(TextEncoding.HEAD, run.length)));
    }

    private static boolean oneScript(String words) {
        return words.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(Character.UnicodeScript::of)
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
    }

    /// Two bytes of a picture are a sign of the East more often than not, but few of those signs are in use: those of
    /// words are in one of the older tables.
    private static boolean common(String said) {
        int eastern = 0;
        int[] known = new int[TABLES.size()];
        for (int i = 0; i < said.length(); i++) {
            if (said.charAt(i) < FIRST_EASTERN || !Character.isLetter(said.charAt(i))) {
                continue;
            }
            eastern++;
            for (int table = 0; table < known.length; table++) {
                byte[] written = String.valueOf(said.charAt(i)).getBytes(TABLES.get(table));
                boolean last = TABLES.get(table).name().equals(TAIWAN);
                known[table] += written.length == 2 && (!last || (written[0] & 0xFF) <= LAST_IN_USE) ? 1 : 0;
            }
        }
        int most = eastern;
        return Arrays.stream(known).anyMatch(in -> in * 10 >= most * 9);
    }

    private void tell(String said) throws IOException, StopReading {
        long letters = said.codePoints().filter(Character::isLetter).count();
        long different = said.codePoints().distinct().count();
        boolean words = said.indexOf(' ') >= 0 || oneScript(said);
        if (words
                && letters * 2 > said.length()
                && different > 3
                && WordLikeness.of(said) >= LIKE_WORDS
                && common(said)) {
            gathering.append(said.replace('\r', '\n').replace('\u0007', '\t'));
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
