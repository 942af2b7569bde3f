package org.cairn.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A sentence with a number in it is right for every number that people meet.
class CountingTest {

    /// Nought may have words of its own, and millions have theirs in French and Spanish: neither must be there.
    private static final int MET = 200;

    @Test
    void everyLanguageHasTheFormsItCountsIn() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String area : MessageFiles.areas()) {
            for (String language : MessageFiles.LANGUAGES) {
                MessageFiles.patterns(area, language)
                        .forEach((key, pattern) -> lacking(pattern, language)
                                .forEach(form -> wrong.add("add " + form + " {…} to the plural of " + key + " in "
                                        + MessageFiles.file(area, language))));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noticesAFormThatIsMissing() {
        assertThat(lacking("{0, plural, one {# файл} many {# файлов} other {# файла}}", "ru"))
                .containsExactly("few");
        assertThat(lacking("{1} {0, plural, =0 {нет} one {# файл} few {# файла} many {# файлов} other {#}}", "ru"))
                .isEmpty();
    }

    private static Set<String> lacking(String text, String language) {
        Set<String> lacking = new TreeSet<>();
        MessagePattern pattern = new MessagePattern(text);
        for (int at = 0; at < pattern.countParts(); at++) {
            if (pattern.getPart(at).getArgType() == MessagePattern.ArgType.PLURAL
                    && pattern.getPartType(at) == MessagePattern.Part.Type.ARG_START) {
                Set<String> forms = forms(language);
                forms.removeAll(given(pattern, at));
                lacking.addAll(forms);
            }
        }
        return lacking;
    }

    private static Set<String> given(MessagePattern pattern, int plural) {
        Set<String> given = new TreeSet<>();
        for (int at = plural + 1; at < pattern.getLimitPartIndex(plural); at++) {
            if (pattern.getPartType(at) == MessagePattern.Part.Type.ARG_SELECTOR) {
                given.add(pattern.getSubstring(pattern.getPart(at)));
            } else if (pattern.getPartType(at) == MessagePattern.Part.Type.MSG_START) {
                at = pattern.getLimitPartIndex(at);
            }
        }
        return given;
    }

    private static Set<String> forms(String language) {
        PluralRules rules = PluralRules.forLocale(Locale.of(language));
        Set<String> forms =
                IntStream.rangeClosed(1, MET).mapToObj(rules::select).collect(Collectors.toCollection(TreeSet::new));
        forms.add(PluralRules.KEYWORD_OTHER);
        return forms;
    }
}
