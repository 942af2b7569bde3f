package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cairn.archive.Forms;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.RecordKind;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Empty forms explain themselves in every language, and can be kept as they come.
class TemplateTest {

    private static final List<RecordKind> KINDS = RecordCommand.TEMPLATES.stream()
            .map(RecordKind::ofCode)
            .map(java.util.Optional::orElseThrow)
            .toList();

    @Test
    void explainsEveryFieldInEveryLanguage() {
        for (Locale language : Messages.LANGUAGES) {
            Template template = new Template(new Words(language));
            for (RecordKind kind : KINDS) {
                assertThat(template.of(kind)).as("%s %s", kind, language).doesNotContain("@", "«form", "«term");
            }
        }
    }

    @Test
    void saysItsCommentsInTheLanguageAskedForAndKeepsTheCodes() {
        String arabic = new Template(new Words(Locale.of("ar"))).of(RecordKind.TESTIMONY);
        assertThat(arabic)
                .contains("// تُرقَّم من 1 بهذا الترتيب", "SEEN (رآه)", "\"basis\": \"HEARD\"")
                .doesNotContain("numbered from", "Keep it");
        assertThat(new Template(new Words(Locale.ENGLISH)).of(RecordKind.PAYMENT))
                .contains("// promised, demanded, paid, received, withheld, undue advantage, expenses");
    }

    @Test
    void keepsNoCommentThatNoFormHas() {
        Pattern named = Pattern.compile("// @([\\w.]+)\n");
        Set<String> used = new HashSet<>();
        for (RecordKind kind : KINDS) {
            named.matcher(Forms.template(kind))
                    .results()
                    .map((MatchResult comment) -> comment.group(1))
                    .forEach(used::add);
        }
        assertThat(Messages.of("forms", Locale.ENGLISH).keys()).isEqualTo(used);
    }

    @Test
    void canBeKeptAsItComes(@TempDir Path temp) {
        try (OpenArchive open = new OpenArchive(temp)) {
            Template template = new Template(new Words(Locale.of("ru")));
            for (RecordKind kind : KINDS) {
                assertThat(open.archive
                                .forms()
                                .take(template.of(kind), false)
                                .reference()
                                .kind())
                        .isEqualTo(kind);
            }
        }
    }
}
