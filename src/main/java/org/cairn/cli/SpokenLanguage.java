package org.cairn.cli;

import java.util.List;
import java.util.Locale;
import org.cairn.i18n.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A language that the program speaks; another would be answered in English without a word.
final class SpokenLanguage implements ITypeConverter<Locale> {

    @Override
    public Locale convert(String tag) {
        Locale asked = Locale.forLanguageTag(tag);
        if (codes().contains(asked.getLanguage())) {
            return asked;
        }
        throw new TypeConversionException("expected one of " + codes() + " but was '" + tag + "'");
    }

    static List<String> codes() {
        return Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }
}
