package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.archive.Handover;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger is read by people: what it keeps as codes is said in words.
@SuppressWarnings("NullAway.Init") // made before each test
class CustodyWordsTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void begin() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lock() {
        open.close();
    }

    @Test
    void saysRolesInWords() {
        assertThat(told("CREATED", "en")).anyMatch(detail -> detail.contains("identity custodian"));
        assertThat(told("CREATED", "ar")).anyMatch(detail -> detail.contains("حافظ الهويات"));
    }

    @Test
    void saysWhatAnOriginalLeftForInWords() throws Exception {
        Reference item = take("note.txt", "Bed 14.");
        open.archive.evidence().export(item, temp.resolve("out"), new Handover("MEDIA", Optional.of("a paper"), false));
        assertThat(told("EXPORTED", "en"))
                .contains("use: Use in the media", "recipient: a paper", "purpose: the original");
    }

    @Test
    void saysADecisionInWords() {
        open.decided(open.witness(), "SHARE_UN", ConsentDecision.REFUSED);
        assertThat(told("CONSENT_DECIDED", "en"))
                .contains("decision: refused", "use: Sharing with United Nations bodies");
    }

    @Test
    void saysWhyAFileCouldNotBeReadInOneSentence() throws Exception {
        take("empty.txt", "");
        assertThat(told("READ", "en")).contains("state: Nothing in it", "reason: The file has no bytes.");
        assertThat(told("READ", "zh-Hans")).anyMatch(detail -> detail.matches("原因：[^。]+。"));
    }

    @Test
    void shortensHashes() throws Exception {
        take("note.txt", "Bed 14.");
        assertThat(told("INGESTED", "en")).anyMatch(detail -> detail.matches("SHA-256: [0-9a-f]{12}…\u200E"));
    }

    private Reference take(String name, String text) throws Exception {
        return open.take(OpenArchive.file(temp, name, text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private List<String> told(String action, String language) {
        CustodyWords words = new CustodyWords(new Words(Locale.forLanguageTag(language), ZoneId.of("UTC")));
        CustodyEvent event = open.archive.custody().events(Optional.empty(), 0, 100).stream()
                .filter(line -> line.action().equals(action))
                .findFirst()
                .orElseThrow();
        return words.details(event);
    }
}
