package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ReadOut;
import org.cairn.domain.RecordKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read out to a witness stands in their own language, whoever had to translate it first.
class ScriptsTest {

    private static final LanguageTag UYGHUR = new LanguageTag("ug");
    private static final LanguageTag FRENCH = new LanguageTag("fr");

    @TempDir
    private Path temp;

    private OpenArchive open;

    @BeforeEach
    void openAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fr", "es", "ru", "zh-Hans"})
    void bringsEveryTextInEveryLanguageOfTheProgram(String tag) {
        LanguageTag language = new LanguageTag(tag);
        Scripts.Known known = Scripts.ofTheProgram(Locale.forLanguageTag(tag));
        assertThat(known.language()).isEqualTo(language);
        assertThat(Scripts.missing(known.script())).isEmpty();
        assertThat(known.script().texts()).containsOnlyKeys(Scripts.everyKey());
    }

    @Test
    void takesTheTemplateInOnceItIsTranslated() {
        String template = template();
        assertThat(template).contains("// May I write down what you say?", "\"use.REC_NOTES\": \"\"", "RTL");
        Kept kept = open.archive.ownForms().add(read(translated(template, "1")));
        ReadAloud.Line line = aloud(UYGHUR).line("caution").orElseThrow();
        assertThat(line.words()).isEqualTo("caution، 1");
        assertThat(line.rightToLeft()).isTrue();
        assertThat(line.readOut()).isEqualTo(new ReadOut("caution", UYGHUR, kept.reference() + "/1", false));
    }

    @Test
    void refusesAScriptWithGapsAndNamesThem() {
        String gaps =
                translated(template(), "1").replace("\"caution، 1\"", "\" \"").replace("\"stop، 1\"", "\"\"");
        assertThatThrownBy(() -> read(gaps))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refused ->
                                assertThat(refused.arguments().toString()).contains("textsMissing", "caution · stop"));
        FormDefinition form = OwnForms.read(gaps.getBytes(StandardCharsets.UTF_8), "a.json", RecordKind.TESTIMONY)
                .form();
        assertThatThrownBy(() -> open.archive.ownForms().add(form)).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(open.archive.ownForms().list()).isEmpty();
    }

    @Test
    void refusesATextThatNothingReads() {
        String strange = translated(template(), "1").replace("\"stop\"", "\"stops\"");
        assertThatThrownBy(() -> read(strange))
                .isInstanceOfSatisfying(
                        ArchiveException.InvalidInput.class,
                        refused -> assertThat(refused.arguments().toString()).contains("stops"));
    }

    @Test
    void refusesAFormThatReadsNothingOut() {
        assertThatThrownBy(() -> read("{\"kind\":\"form\",\"id\":\"x\",\"language\":\"ug\"}"))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void keepsEachVersionReadableForThoseWhoHeardIt() {
        open.archive.ownForms().add(read(translated(template(), "1")));
        Kept second = open.archive.ownForms().add(read(translated(template(), "2")));
        assertThat(second.revision()).isEqualTo(2);
        open.reopen();
        assertThat(aloud(UYGHUR).line("oath").orElseThrow().words()).isEqualTo("oath، 2");
        assertThat(open.archive
                        .scripts()
                        .named(second.reference() + "/1")
                        .orElseThrow()
                        .script()
                        .texts())
                .containsEntry("oath", "oath، 1");
    }

    @Test
    void leavesToTheInterpreterWhatStandsInNoLanguageOfTheWitness() {
        ReadAloud.Line line = aloud(UYGHUR).line("stop").orElseThrow();
        assertThat(line.language()).isEqualTo(FRENCH);
        assertThat(line.interpreted()).isTrue();
        assertThat(line.version()).isEqualTo("script-fr/1");
    }

    @Test
    void prefersTheOrganisationsOwnWordsUntilTheyAreRetired() {
        Map<LanguageTag, String> heard = new LinkedHashMap<>();
        FormDefinition own = read(translated(template().replace("\"ug\"", "\"fr\""), "1"));
        open.archive.ownForms().add(own);
        heard.put(FRENCH, aloud(FRENCH).line("break").orElseThrow().words());
        open.archive.ownForms().add(own.retired(true));
        assertThat(heard).containsEntry(FRENCH, "break، 1");
        assertThat(aloud(FRENCH).line("break").orElseThrow().version()).isEqualTo("script-fr/1");
    }

    private ReadAloud aloud(LanguageTag witness) {
        return open.archive.scripts().aloud(witness, List.of(FRENCH));
    }

    private static String template() {
        return Scripts.template(UYGHUR, Scripts.ofTheProgram(Locale.ENGLISH), List.of("Translate."));
    }

    /// Each text translated into its key and a version.
    private static String translated(String template, String version) {
        return template.replaceAll("\"([\\w.]+)\": \"\"", "\"$1\": \"$1، " + version + "\"");
    }

    private static FormDefinition read(String json) {
        return Scripts.read(json.getBytes(StandardCharsets.UTF_8), "script.json");
    }
}
