package org.cairn.crypto;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.crypto.MistypedException.Reason;

/// Eight words drawn by lot from a list of 7,772: 103 bits, written on paper and kept nowhere else.
///
/// The words are English, in Latin letters, whatever language the program speaks: an archive must be recoverable by
/// whoever holds the paper, on whatever keyboard is there.
public final class RecoveryPhrase {

    /// How many words it has.
    public static final int WORDS = 8;

    private static final String LIST = "/words/recovery.txt";

    private final List<String> words;

    private RecoveryPhrase(List<String> words) {
        this.words = words;
    }

    /// A fresh phrase.
    public static RecoveryPhrase random(SecureRandom random) {
        List<String> list = list();
        return new RecoveryPhrase(IntStream.range(0, WORDS)
                .mapToObj(i -> list.get(random.nextInt(list.size())))
                .toList());
    }

    /// Reads a phrase as somebody typed it: capitals, numbers before the words, commas and line ends do not matter.
    ///
    /// @throws MistypedException when it has more or fewer words, or one that is not in the list
    public static RecoveryPhrase read(CharSequence typed) throws MistypedException {
        List<String> words = Stream.of(typed.toString().toLowerCase(Locale.ROOT).split("[\\P{L}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Set<String> known = Set.copyOf(list());
        for (int i = 0; i < words.size(); i++) {
            if (!known.contains(words.get(i))) {
                throw new MistypedException(Reason.WORD, i + 1);
            }
        }
        if (words.size() != WORDS) {
            throw new MistypedException(words.size() < WORDS ? Reason.TOO_SHORT : Reason.TOO_LONG, 0);
        }
        return new RecoveryPhrase(words);
    }

    /// The words to print, in order.
    public List<String> words() {
        return words;
    }

    /// What this phrase and a shared secret open together, and neither alone: Argon2id of the phrase, then HKDF-SHA256
    /// of both.
    ///
    /// @param salt at least 8 bytes
    /// @param shared what the shares gave, 32 bytes
    public Secret keyWith(Secret shared, byte[] salt, Argon2Cost cost) {
        char[] phrase = words.stream().collect(Collectors.joining(" ")).toCharArray();
        try (Secret stretched = Passphrases.stretch(phrase, salt, cost)) {
            return stretched.use(first -> shared.use(second -> together(first, second)));
        } finally {
            Arrays.fill(phrase, '\0');
        }
    }

    private static Secret together(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        try (Secret secret = Secret.taking(both)) {
            return secret.derive("cairn recovery key 1");
        }
    }

    /// The list that phrases are drawn from, in order.
    static List<String> list() {
        try (InputStream in = RecoveryPhrase.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the list of words is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "RecoveryPhrase";
    }
}
