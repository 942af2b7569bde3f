package org.cairn.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the program looks: fonts, light and dark, one stylesheet.
public final class Looks {

    /// DejaVu first: it is the one family in which JavaFX orders right-to-left runs rightly on Linux.
    private static final List<String> FONTS = List.of(
            "DejaVuSans.ttf",
            "DejaVuSans-Bold.ttf",
            "DejaVuSans-Oblique.ttf",
            "DejaVuSansMono.ttf",
            "NotoSansSC-Regular.ttf",
            "NotoSerifTibetan-Regular.ttf",
            "NotoSansEthiopic-Regular.ttf",
            "NotoSansMyanmar-Regular.ttf",
            "NotoSansDevanagari-Regular.ttf");

    /// Every loading sets another copy of a font aside and gives nothing more.
    private static boolean loaded;

    private Looks() {}

    /// Makes the toolkit ready to write: our own fonts, Arabic that wraps, and letters that are not seen. On the JavaFX
    /// thread; more than once does no harm.
    public static void prepare() {
        WrappedArabic.mend();
        UnseenLetters.mend();
        if (!loaded) {
            FONTS.forEach(Looks::load);
            loaded = true;
        }
    }

    /// Dresses a scene in light or dark.
    public static void dress(Scene scene, Preferences.Theme theme) {
        boolean dark = theme == Preferences.Theme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        String sheet = Objects.requireNonNull(Looks.class.getResource("/styles/cairn.css"))
                .toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll("cairn-light", "cairn-dark");
        root.getStyleClass().add(dark ? "cairn-dark" : "cairn-light");
    }

    private static void load(String name) {
        try (InputStream in = Looks.class.getResourceAsStream("/fonts/" + name)) {
            if (in != null) {
                Font.loadFont(in, 12);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
