package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.cli.CommandLineProcess.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is printed for people is in their words, with the code beside where they must type it; JSON stays codes.
class PlainWordsTest {

    @TempDir
    static Path temp;

    private static CommandLineProcess cairn;

    @BeforeAll
    static void recordAStatementThatMayNotLeave() throws Exception {
        cairn = CommandLineProcess.shared(temp);
        cairn.makeAStudy();
        Path forms = Files.createDirectory(temp.resolve("forms"));
        Path witness = Files.writeString(
                forms.resolve("w.json"), "{\"kind\":\"witness\",\"category\":\"former-detainee\",\"language\":\"ug\"}");
        Path consent = Files.writeString(
                forms.resolve("c.json"),
                "{\"kind\":\"consent\",\"witness\":\"W-0001\",\"scope\":\"SUBMIT_TRIBUNAL\",\"decision\":\"REFUSED\","
                        + "\"language\":\"ug\",\"explainedBy\":\"interviewer 1\",\"mode\":\"SIGNED\"}");
        Path statement = Files.writeString(
                forms.resolve("t.json"),
                "{\"kind\":\"testimony\",\"witness\":\"W-0001\",\"title\":\"Bed 14\",\"language\":\"en\","
                        + "\"paragraphs\":[\"The kidney.\"]}");
        assertThat(cairn.unlocked("record", witness.toString(), consent.toString(), statement.toString())
                        .exit())
                .isZero();
    }

    @Test
    void listsAndShowsInTheLanguageAskedFor() throws Exception {
        assertThat(arabic("list", "witness")).contains("محدود", "محتجز سابق").doesNotContain("RESTRICTED", "former");
        assertThat(arabic("list", "consent"))
                .contains("التقديم إلى محكمة: مرفوض")
                .doesNotContain("SUBMIT", "REFUSED");
        assertThat(arabic("show", "W-0001"))
                .contains("محتجز سابق (former-detainee)", "محدود (RESTRICTED)", "الأويغورية (ug)")
                .doesNotContain("category", "{");
        assertThat(arabic("users")).contains("مالك (OWNER)", "حافظ الهويات (IDENTITY_CUSTODIAN)");
        assertThat(arabic("search", "kidney")).contains("[محدود]").doesNotContain("RESTRICTED");
    }

    @Test
    void tellsTheLedgerInTheLanguageAskedFor() throws Exception {
        String ledger = arabic("custody");
        assertThat(ledger)
                .contains("إنشاء الأرشيف", "حفظ موافقة", "القرار: مرفوض")
                .doesNotContain("CREATED", "REFUSED");
        assertThat(ledger.lines()
                        .flatMap(line -> List.of(line.split(" {2,}| · ")).stream())
                        .filter(detail -> detail.contains(": ")))
                .isNotEmpty()
                .allMatch(detail -> detail.startsWith("SHA-256")
                        || detail.codePoints().findFirst().getAsInt() > 0x600);
    }

    @Test
    void refusesABundleInTheLanguageAskedFor() throws Exception {
        Ran refused = cairn.unlocked(
                "bundle", "--query", "kidney", "--out", temp.resolve("served").toString(), "--lang", "ar");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("T-0001: لم يوافق W-0001 على: التقديم إلى محكمة (SUBMIT_TRIBUNAL)", "مرفوض (REFUSED)");
        assertThat(arabic("bundle", "--query", "kidney", "--preflight-only"))
                .contains("التقديم إلى محكمة (SUBMIT_TRIBUNAL)", "الموافقة")
                .doesNotContain("CONSENT ");
    }

    @Test
    void saysWhatCodesMeanWhereOneMustBeTyped() throws Exception {
        Ran refused =
                cairn.unlocked("import", temp.toString(), "--source", "s", "--acquired", "STOLEN", "--lang", "ar");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("LEAK (مسرّب)");
    }

    @Test
    void keepsCodesForScripts() throws Exception {
        assertThat(cairn.unlocked("list", "consent", "--json", "--lang", "ar")
                        .json()
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("SUBMIT_TRIBUNAL REFUSED");
        assertThat(cairn.unlocked("show", "W-0001", "--json", "--lang", "ar")
                        .json()
                        .at("/record/category")
                        .asText())
                .isEqualTo("former-detainee");
        assertThat(cairn.unlocked("users", "--json", "--lang", "ar")
                        .json()
                        .at("/users/0/roles")
                        .toString())
                .contains("OWNER");
    }

    @Test
    void helpsInTheLanguageAskedFor() throws Exception {
        for (List<String> line : List.of(
                List.of("--lang", "ar", "--help"), List.of("import", "--help", "--lang=ar"), List.of("--lang", "ar"))) {
            Ran helped = cairn.run(line);
            assertThat(helped.exit()).isZero();
            assertThat(helped.out()).contains("الاستعمال:", "عبارة المرور").doesNotContain("Usage", "passphrase;");
        }
        assertThat(cairn.run(List.of("create", "--help", "--lang", "zh")).out()).contains("用法：", "创建新的档案库");
        Ran misused = cairn.run(List.of("create", "--lang", "ru"));
        assertThat(misused.exit()).isEqualTo(2);
        assertThat(misused.err()).contains("Не хватает: --name N, DIR");
    }

    private String arabic(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lang", "ar"));
        return cairn.unlocked(all.toArray(String[]::new)).out();
    }
}
