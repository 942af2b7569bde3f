package org.cairn.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// That a bundle was written for somebody: what, when, to whom, and where each exhibit stands in it. What it says is
/// closed: a bundle that was served is never served otherwise.
///
/// @param draft the bundle's draft
/// @param revision the revision of the draft
/// @param version for whose eyes; nothing where there was only one
/// @param name what the bundle is called
/// @param caseName short name of the case or matter
/// @param profile the court profile
/// @param confidentiality how closely it is kept
/// @param language the language of headings, index and schedules
/// @param scope the consent scope that it went by
/// @param recipient whom it is for
/// @param date the day it bears
/// @param volumes its files
/// @param exhibits where each stands in it
/// @param after the serving whose late pages it holds
public record Serving(
        Reference draft,
        int revision,
        Optional<BundleVersion> version,
        String name,
        String caseName,
        String profile,
        Protection confidentiality,
        LanguageTag language,
        String scope,
        Optional<String> recipient,
        LocalDate date,
        List<Volume> volumes,
        List<Standing> exhibits,
        Optional<Reference> after)
        implements ArchiveRecord {

    public Serving {
        Texts.requireGiven("name", name);
        if (volumes.isEmpty()) {
            throw new ArchiveException.InvalidInput("draft", "unknownValue");
        }
        volumes = List.copyOf(volumes);
        exhibits = List.copyOf(exhibits);
    }

    /// One file.
    ///
    /// @param number as it is called
    /// @param file its name
    /// @param hash SHA-256 of it
    /// @param firstPage the number of its first page
    /// @param pages how many it has
    public record Volume(int number, String file, Fingerprint hash, int firstPage, int pages) {
        @Override
        public String toString() {
            return "Volume " + number;
        }
    }

    /// One exhibit.
    ///
    /// @param exhibit the record
    /// @param hash what the bundle's manifest calls it by: of its file, or of the revision that was set
    /// @param mark its exhibit mark
    /// @param section the letter of its section
    /// @param sectionTitle what the section is called
    /// @param title what the index calls it
    /// @param page the number of its separator
    /// @param pages how many it takes, with its separator
    public record Standing(
            Reference exhibit,
            Fingerprint hash,
            String mark,
            String section,
            String sectionTitle,
            String title,
            int page,
            int pages) {
        @Override
        public String toString() {
            return "Standing " + exhibit;
        }
    }

    /// The number of its last page.
    public int lastPage() {
        Volume last = volumes.getLast();
        return last.firstPage() + last.pages() - 1;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVING;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Protection protection() {
        return confidentiality;
    }

    @Override
    public String type() {
        return version.map(BundleVersion::name).orElse("");
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return Optional.of(language);
    }

    @Override
    public boolean closed() {
        return true;
    }

    @Override
    public String toString() {
        return "Serving";
    }
}
