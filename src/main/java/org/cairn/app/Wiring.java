package org.cairn.app;

import java.util.List;
import org.cairn.ui.bundles.BundlesScreen;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.custody.CustodyScreen;
import org.cairn.ui.evidence.EvidenceScreen;
import org.cairn.ui.forms.FormsScreen;
import org.cairn.ui.home.HomeScreen;
import org.cairn.ui.medical.MedicalScreen;
import org.cairn.ui.people.PeopleScreen;
import org.cairn.ui.search.SearchScreen;
import org.cairn.ui.settings.SettingsScreen;
import org.cairn.ui.testimony.TestimonyScreen;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Which screens there are, in the order of the rail.
final class Wiring {

    private Wiring() {}

    static List<ScreenEntry> screens() {
        return List.of(
                new ScreenEntry("home", Material2AL.HOME, HomeScreen::new),
                new ScreenEntry("testimony", Material2MZ.RECORD_VOICE_OVER, TestimonyScreen::new),
                new ScreenEntry("medical", Material2MZ.MEDICAL_SERVICES, MedicalScreen::new, false),
                new ScreenEntry("evidence", Material2AL.FOLDER, EvidenceScreen::new),
                new ScreenEntry("people", Material2MZ.PLACE, PeopleScreen::new),
                new ScreenEntry("forms", Material2AL.DYNAMIC_FORM, FormsScreen::new, false),
                new ScreenEntry("search", Material2MZ.SEARCH, SearchScreen::new),
                new ScreenEntry("bundles", Material2AL.LIBRARY_BOOKS, BundlesScreen::new),
                new ScreenEntry("custody", Material2AL.LINK, CustodyScreen::new),
                new ScreenEntry("settings", Material2MZ.SETTINGS, SettingsScreen::new));
    }
}
