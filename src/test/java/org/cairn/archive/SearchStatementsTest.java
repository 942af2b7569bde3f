package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchStatement;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That nothing was found can be shown to others, with what could not be seen, and nobody can change a letter of it.
class SearchStatementsTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void takeThemIn() throws IOException {
        open = new OpenArchive(temp);
        take("one.txt", "The clinic paid for a kidney.", Protection.PUBLIC);
        take("closed.txt", "The zebra that nobody sees.", Protection.SEALED);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private void take(String name, String text, Protection protection) throws IOException {
        open.archive
                .evidence()
                .take(
                        List.of(Files.writeString(temp.resolve(name), text)),
                        OpenArchive.terms(protection),
                        Progress.none());
    }

    private SearchStatement state(String query) {
        return open.archive
                .searchStatements()
                .state(SearchRequest.of(query).in(Locale.ENGLISH), Optional.empty(), Progress.none());
    }

    private byte[] written(SearchStatement statement) throws IOException {
        return Files.readAllBytes(open.archive
                .searchStatements()
                .write(statement, temp.resolve("out"), Locale.ENGLISH)
                .data());
    }

    @Test
    void statesByWhichListsOfWordsItAlsoSearched() throws IOException {
        assertThat(state("zebra").synonyms()).isEmpty();
        open.archive.synonyms().add(List.of("horse", "zebra"), Protection.SEALED);
        SearchStatement statement = state("horse");
        assertThat(statement.items()).isEqualTo(1);
        assertThat(statement.synonyms()).isPresent();
        assertThat(state("horse synonyms:none").synonyms()).isEmpty();
        assertThat(SignedStatement.check(written(statement))
                        .map(signed -> signed.statement().synonyms()))
                .contains(statement.synonyms());
    }

    @Test
    void statesOfASavedSearchWhatThatFinds() {
        open.archive.synonyms().add(List.of("horse", "zebra"), Protection.SEALED);
        SearchRequest request = SearchRequest.of("horse").in(Locale.ENGLISH);
        Optional<org.cairn.domain.Reference> shared = Optional.of(open.archive
                .savedSearches()
                .save("Horses", request, Protection.PUBLIC, Progress.none())
                .reference());
        assertThat(open.archive
                        .searchStatements()
                        .state(request, shared, Progress.none())
                        .items())
                .isZero();
    }

    @Test
    void statesThatNothingWasFoundAmongHowManyAndWhatCouldNotBeSeen() {
        open.reopenAs("layla", Set.of(Role.ANALYST));
        SearchStatement statement = state("zebra");

        assertThat(statement.items()).isZero();
        assertThat(statement.found()).isEmpty();
        assertThat(statement.records()).isEqualTo(1);
        assertThat(statement.unseen().noPermission()).isEqualTo(1);
        assertThat(statement.clearance()).isEqualTo(Protection.CONFIDENTIAL);
        assertThat(statement.standing().askedBy()).isEqualTo("layla");
    }

    @Test
    void failsWhenAnyByteIsAnother() throws IOException {
        byte[] file = written(state("zebra OR kidney"));
        assertThat(SignedStatement.check(file)).isPresent();

        for (int at = 0; at < file.length; at++) {
            byte[] other = file.clone();
            other[at] ^= 1;
            assertThat(SignedStatement.check(other)).as("byte %s", at).isEmpty();
        }
        assertThat(SignedStatement.check((new String(file, java.nio.charset.StandardCharsets.UTF_8) + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(SignedStatement.check(new byte[0])).isEmpty();
        assertThat(SignedStatement.check("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void isFoundInTheLedgerThatToldOfItAndInNoOther() throws IOException {
        SignedStatement signed = SignedStatement.check(written(state("zebra"))).orElseThrow();
        CustodyEvent line = open.archive.searchStatements().line(signed).orElseThrow();
        assertThat(line.actor()).isEqualTo(OpenArchive.USER);
        assertThat(line.details()).containsEntry("purpose", "searchStatement");
        assertThat(line.details().toString()).doesNotContain("zebra");

        SearchStatement other = state("kidney");
        Fingerprint hash = SignedStatement.hashOf(other);
        var keys = open.archive.session().keyring().keys();
        SignedStatement never = new SignedStatement(other, hash, keys.sign(hash.bytes()), keys.signingKey());
        assertThat(SignedStatement.check(never.file())).isPresent();
        assertThat(open.archive.searchStatements().line(never)).isEmpty();
        try (OpenArchive elsewhere = new OpenArchive(temp.resolve("elsewhere"))) {
            assertThat(elsewhere.archive.searchStatements().line(signed)).isEmpty();
        }
    }

    @Test
    void writesThePaperInEveryLanguageWithTheHashOfTheFile() throws IOException {
        for (String language : List.of("en", "fr", "es", "ar", "ru", "zh")) {
            SearchStatement statement = state("zebra near/3 crossing");
            Path out = temp.resolve("out-" + language);
            ReportPapers papers =
                    open.archive.searchStatements().write(statement, out, Locale.forLanguageTag(language));
            byte[] file = Files.readAllBytes(papers.data());
            String paper = text(papers.pdf());
            assertThat(paper).contains("zebra near/3 crossing").doesNotContain("searched.");
            if (!language.equals("ar")) { // taken out of a line from right to left, digits and letters change places
                assertThat(paper).contains(Fingerprint.of(file).hex().substring(0, 16));
            }
            assertThatThrownBy(() -> open.archive.searchStatements().write(statement, out, Locale.ENGLISH))
                    .isInstanceOf(ArchiveException.AlreadyThere.class);
        }
    }

    @Test
    void statesWhatASavedSearchFindsNow() throws IOException {
        Reference search = open.archive
                .savedSearches()
                .save("Kidneys", SearchRequest.of("kidney"), Protection.SEALED, Progress.none())
                .reference();
        take("two.txt", "Another kidney.", Protection.PUBLIC);
        SearchRequest request =
                SavedSearches.request(open.archive.savedSearches().open(search).search());
        SearchStatement statement =
                open.archive.searchStatements().state(request, Optional.of(search), Progress.none());

        assertThat(statement.items()).isEqualTo(2);
        assertThat(statement.saved()).contains(search);
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
