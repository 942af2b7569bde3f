package org.cairn.intake;

import java.util.Optional;
import org.cairn.domain.LanguageTag;

/// Tells the language of a text that did not come out of a file here, such as what was recognised on a page.
public final class TextLanguage {

    private final Languages languages = new Languages();

    /// The language of a text; nothing where nobody could tell.
    public synchronized Optional<LanguageTag> of(String text) {
        return Optional.of(languages.of(text)).filter(tag -> !tag.isEmpty()).map(LanguageTag::new);
    }
}
