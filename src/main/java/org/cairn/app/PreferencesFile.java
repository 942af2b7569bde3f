package org.cairn.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Preferences;

/// What the person likes, in one small file: paths of archives, language, colours, minutes. Nothing of a person.
final class PreferencesFile {

    private static final System.Logger LOG = System.getLogger(PreferencesFile.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    PreferencesFile(Path folder) {
        this.file = folder.resolve("preferences.json");
    }

    /// Reads the file, or begins anew, and writes it again at every change.
    Preferences open() {
        Preferences preferences = new Preferences();
        preferences.languageProperty().set(spoken(Locale.getDefault()));
        read(preferences);
        InvalidationListener changed = any -> write(preferences);
        preferences.languageProperty().addListener(changed);
        preferences.themeProperty().addListener(changed);
        preferences.lockAfterMinutesProperty().addListener(changed);
        preferences.recent().addListener(changed);
        return preferences;
    }

    private void read(Preferences preferences) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            String language = root.path("language").asText("");
            if (!language.isEmpty()) {
                preferences.languageProperty().set(spoken(Locale.forLanguageTag(language)));
            }
            boolean dark = root.path("theme").asText("").equals(Preferences.Theme.DARK.name());
            preferences.themeProperty().set(dark ? Preferences.Theme.DARK : Preferences.Theme.LIGHT);
            preferences
                    .lockAfterMinutesProperty()
                    .set(Math.clamp(root.path("lockAfterMinutes").asInt(10), 1, 240));
            for (JsonNode path : root.path("recent")) {
                preferences.recent().add(Path.of(path.asText()));
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            // unreadable preferences are worth no more than none
            LOG.log(System.Logger.Level.WARNING, "preferencesUnreadable", e);
        }
    }

    private void write(Preferences preferences) {
        ObjectNode root = JSON.createObjectNode();
        root.put("language", preferences.languageProperty().get().toLanguageTag());
        root.put("theme", preferences.themeProperty().get().name());
        root.put("lockAfterMinutes", preferences.lockAfterMinutesProperty().get());
        var recent = root.putArray("recent");
        preferences.recent().forEach(path -> recent.add(path.toString()));
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("preferences.json.new");
            JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), root);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "preferencesNotKept", e);
        }
    }

    private static Locale spoken(Locale wanted) {
        return Messages.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
