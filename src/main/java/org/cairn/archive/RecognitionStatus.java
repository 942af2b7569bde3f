package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.LanguageTag;

/// How text recognition stands.
///
/// @param engine the machine with its version; empty where none is installed
/// @param languages that this machine can read
/// @param missing languages that could be read if their packs were installed
/// @param usual languages in which the archive's papers usually are, as somebody said
/// @param waiting how many pages wait
/// @param paused whether somebody has stopped it until further notice
public record RecognitionStatus(
        Optional<String> engine,
        List<LanguageTag> languages,
        List<MissingPack> missing,
        List<LanguageTag> usual,
        long waiting,
        boolean paused) {

    /// A language whose pack is not installed.
    ///
    /// @param pack as the machine names it
    /// @param debian what to install on Debian and Ubuntu
    /// @param fedora what to install on Fedora
    public record MissingPack(LanguageTag language, String pack, String debian, String fedora) {

        @Override
        public String toString() {
            return "MissingPack";
        }
    }

    @Override
    public String toString() {
        return "RecognitionStatus of " + waiting + " waiting";
    }
}
