package org.cairn.intake;

/// The language of one passage after another of a file.
///
/// Asking costs more than reading: a text that has been of one language for long is asked about only when it looks
/// different, and now and then.
final class Tongue {

    private static final int SETTLED = 16;
    /// So much without a language is no text that people wrote: figures, a log, one letter without an end.
    private static final int SETTLED_ON_NONE = 64;

    private static final int SELDOM = 8;
    private static final int SELDOMEST = 64;

    private final Languages languages;
    private Wording wording = new Wording();
    private String language = "";
    private int script = -1;
    private int agreed;
    private int until = SELDOM;
    private int since;

    Tongue(Languages languages) {
        this.languages = languages;
    }

    /// A language tag, or nothing where nobody could tell.
    String of(String passage) {
        int written = Languages.script(passage);
        since++;
        if (settled() && written == script && since < until && looksTheSame(passage)) {
            return language;
        }
        String asked = languages.of(passage);
        if (asked.equals(language)) {
            agreed++;
            until = settled() ? Math.min(2 * until, SELDOMEST) : SELDOM;
        } else {
            agreed = 0;
            until = SELDOM;
            wording = new Wording();
        }
        if (!asked.isEmpty()) {
            wording.learn(passage);
        }
        since = 0;
        language = asked;
        script = written;
        return asked;
    }

    private boolean settled() {
        return agreed >= (language.isEmpty() ? SETTLED_ON_NONE : SETTLED);
    }

    private boolean looksTheSame(String passage) {
        return language.isEmpty() || wording.fits(passage);
    }
}
