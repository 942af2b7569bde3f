package org.cairn.names;

/// How a word sounds, as far as its script tells.
///
/// Consonants are written as classes, each letter for what languages write for each other: `b` (b p), `f` (f v w),
/// `d` (d t), `s` (s z ts), `x` (sh), `c` (ch), `j` (j zh dj), `k` (k g q gh), `h` (h kh), `l`, `m`, `n`, `r`. Vowels
/// are `a`, `i` (also e, y) and `u` (also o). The same letter twice is written once.
///
/// @param letters in those letters
/// @param voweled whether its script writes all vowels: Arabic and Hebrew leave out the short ones
/// @param exact whether all ways to say it are known, so that what has other vowels is another name
public record Sound(String letters, boolean voweled, boolean exact) {

    private static final String VOWELS = "aiu";
    /// Yousef is Yusuf, but Hassan is not Hussein.
    private static final double MOST_UNLIKE = 0.25;
    /// In letters: Jean is not John.
    private static final int SHORT = 3;
    private static final double MOST_UNLIKE_IF_SHORT = 0.5;

    Sound(String letters, boolean voweled) {
        this(letters, voweled, false);
    }

    /// The consonants, behind `a` where the word begins with a vowel: the same for words that can be one name.
    public String key() {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (VOWELS.indexOf(letter) < 0) {
                if (key.isEmpty() || key.charAt(key.length() - 1) != letter) {
                    key.append(letter);
                }
            } else if (i == 0) {
                key.append('a');
            }
        }
        return key.toString();
    }

    /// Whether somebody can say it: with a consonant, and a vowel where its script writes them.
    boolean canBeSaid() {
        return consonants() > 0 && (!voweled || !vowels().isEmpty());
    }

    /// Whether both may be the same name: the same consonants, and vowels that do not speak against it.
    public boolean isLike(Sound other) {
        if (!key().equals(other.key())) {
            return false;
        }
        if (voweled && other.voweled && (exact || other.exact)) {
            return letters.equals(other.letters);
        }
        if (voweled && other.voweled) {
            int longer = Math.max(letters.length(), other.letters.length());
            return distance(letters, other.letters) <= (longer <= SHORT ? MOST_UNLIKE_IF_SHORT : MOST_UNLIKE * longer);
        }
        if (voweled == other.voweled) {
            return vowels().equals(other.vowels()) || consonants() > 2;
        }
        Sound all = voweled ? this : other;
        Sound some = voweled ? other : this;
        int left = all.vowels().length() - some.vowels().length();
        return consonants() > 2 || left <= consonants() && some.isWithin(all);
    }

    private long consonants() {
        return letters.chars().filter(letter -> VOWELS.indexOf(letter) < 0).count();
    }

    private String vowels() {
        return letters.chars()
                .filter(letter -> VOWELS.indexOf(letter) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether its vowels follow each other in those of another.
    private boolean isWithin(Sound other) {
        String all = other.vowels();
        int reached = 0;
        for (char vowel : vowels().toCharArray()) {
            int next = all.indexOf(vowel, reached);
            if (next < 0) {
                return false;
            }
            reached = next + 1;
        }
        return true;
    }

    /// How much has to be put in, left out or changed, in letters: `a` and `i` stand for each other more often than not
    /// (e is written for both), and a vowel is more easily left out than a consonant.
    private static double distance(String one, String other) {
        double[] above = new double[other.length() + 1];
        for (int j = 1; j <= other.length(); j++) {
            above[j] = above[j - 1] + weight(other.charAt(j - 1));
        }
        for (int i = 1; i <= one.length(); i++) {
            char letter = one.charAt(i - 1);
            double[] row = new double[other.length() + 1];
            row[0] = above[0] + weight(letter);
            for (int j = 1; j <= other.length(); j++) {
                char facing = other.charAt(j - 1);
                double changed = above[j - 1] + change(letter, facing);
                row[j] = Math.min(changed, Math.min(above[j] + weight(letter), row[j - 1] + weight(facing)));
            }
            above = row;
        }
        return above[other.length()];
    }

    private static double weight(char letter) {
        return VOWELS.indexOf(letter) < 0 ? 1 : 0.75;
    }

    private static double change(char letter, char other) {
        boolean near = letter == 'a' && other == 'i' || letter == 'i' && other == 'a';
        return letter == other ? 0 : near ? 0.5 : 1;
    }

    @Override
    public String toString() {
        return "Sound";
    }
}
