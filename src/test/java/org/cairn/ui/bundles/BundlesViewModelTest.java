package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.ui.documents.BundleInHand;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class BundlesViewModelTest {

    @TempDir
    Path temp;

    private OnADesk on;
    private BundlesViewModel model;
    private final List<String> begun = new ArrayList<>();

    @BeforeEach
    void begin() {
        on = new OnADesk(temp);
        model = new BundlesViewModel(on.desk);
    }

    @AfterEach
    void lock() {
        on.close();
    }

    @Test
    void beginsWithWhatTheChosenCourtWants() {
        model.courtProperty().set("icc");
        model.beginForCourt(begun::add);
        BundleDraft draft = new BundleInHand(on.open.archive.drafts())
                .load(begun.getFirst())
                .orElseThrow();
        assertThat(draft.profile()).isEqualTo("icc");
        assertThat(draft.sections())
                .extracting(BundleDraft.Section::title)
                .containsExactly("Statements", "Medical records", "Documents");
        assertThat(draft.how().schedules()).containsExactly(Schedule.ELEMENTS, Schedule.CHRONOLOGY);
        assertThat(draft.how().versions())
                .extracting(BundleMaking.Version::kind)
                .containsExactly(BundleVersion.CONFIDENTIAL, BundleVersion.PUBLIC);
    }

    @Test
    void stillBeginsWithOneEmptySectionForNoCourt() {
        model.courtProperty().set("icc");
        model.begin(begun::add);
        BundleDraft draft = new BundleInHand(on.open.archive.drafts())
                .load(begun.getFirst())
                .orElseThrow();
        assertThat(draft.how()).isEqualTo(BundleMaking.PLAIN);
        assertThat(draft.sections()).hasSize(1);
    }
}
