package org.cairn.domain;

/// That a text was read out to a witness, in which language and in whose words.
///
/// @param text its key, such as `caution` or `use.STORE`
/// @param language the language it stood in on the screen
/// @param version the revision of the form that it stood in: `F-0003/2`, or `script-en/1` of the program
/// @param interpreted whether somebody had to put it into the witness's language, aloud
public record ReadOut(String text, LanguageTag language, String version, boolean interpreted) {

    public ReadOut {
        Texts.requireGiven("text", text);
        Texts.requireGiven("version", version);
    }

    @Override
    public String toString() {
        return "ReadOut";
    }
}
