package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.SearchRequest.Sort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file says of its own day lets it be found by date, and is never taken for more than that.
class DatedByTheFileTest {

    private static final String MAIL = """
            From: a@example.org
            To: b@example.org
            Date: Thu,
             6 Mar 2014 01:30:00 +0600
            Subject: the list
            MIME-Version: 1.0
            Content-Type: text/plain

            The lantern went out.
            """;

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void findsAMessageByTheDayItSaysItWasSent() throws Exception {
        Reference mail = taken(OpenArchive.file(temp, "mail.eml", MAIL));
        assertThat(between("2014-03-06", "2014-03-06").hits()).singleElement().satisfies(hit -> {
            assertThat(hit.reference()).isEqualTo(mail);
            assertThat(hit.date()).contains("2014-03-06?");
            assertThat(hit.dateClaimed()).isTrue();
        });
        assertThat(between("2015-01-01", "2015-12-31").hits()).isEmpty();
        EvidenceItem item = (EvidenceItem) open.archive.records().open(mail).record();
        assertThat(item.date())
                .as("a claim of the file is nobody's description")
                .isEmpty();
    }

    @Test
    void findsAPdfByTheDayItSaysItWasMade() throws Exception {
        Path file = temp.resolve("paper.pdf");
        try (PDDocument paper = new PDDocument()) {
            paper.addPage(new PDPage());
            Calendar made = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            made.set(2013, Calendar.MAY, 20, 12, 0, 0);
            paper.getDocumentInformation().setCreationDate(made);
            paper.save(file.toFile());
        }
        taken(file);
        assertThat(between("2013-05-20", "2013-05-20").hits())
                .extracting(Hit::dateClaimed)
                .containsExactly(true);
    }

    @Test
    void countsWhatNobodyDatedAmongWhatASearchByDateCouldNotSee() throws Exception {
        taken(OpenArchive.file(temp, "mail.eml", MAIL));
        taken(OpenArchive.file(temp, "note.txt", "The lantern again."));
        assertThat(between("2014-01-01", "2014-12-31").unseen().undated()).isEqualTo(1);
        assertThat(open.archive
                        .searches()
                        .search(SearchRequest.of("lantern"))
                        .unseen()
                        .undated())
                .isZero();
    }

    private Reference taken(Path file) {
        return open.take(file).files().getFirst().reference().orElseThrow();
    }

    private SearchAnswer between(String from, String to) {
        Filter filter = new Filter(
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(to)),
                Set.of(),
                Optional.empty());
        return open.archive.searches().search(new SearchRequest("", filter, Sort.RELEVANCE, 10, 0, 3));
    }
}
