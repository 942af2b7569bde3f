package org.cairn.bundle;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Puts the pages of a bundle together, in as many volumes as its court wants: the exhibits first, then, when every
/// page is known, covers and indexes before them, and last the number on each.
final class Assembly implements AutoCloseable {

    private static final float OF_A_VOLUME = 0.95f;
    private static final DateTimeFormatter FILED = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    private final BundlePlan plan;
    private final List<BundlePlan> versions;
    private final CourtProfile profile;
    private final Words words;
    private final FolderNames names;
    private final DrawingProcesses drawing;
    private final PageCounts counts;
    private final Progress progress;
    private final List<VolumePages> volumes = new ArrayList<>();
    private final List<RuleResult> notes = new ArrayList<>();
    /// How many pages each exhibit takes, by its mark.
    private final Map<String, Integer> pages = new HashMap<>();
    private long bytes;

    /// @param versions the plans of all versions of the bundle, this one among them: what stands before and after the
    ///     exhibits takes as many pages in each as in the longest
    Assembly(
            BundlePlan plan,
            List<BundlePlan> versions,
            Words words,
            FolderNames names,
            DrawingProcesses drawing,
            PageCounts counts,
            Progress progress) {
        this.plan = plan;
        this.versions = List.copyOf(versions);
        this.profile = plan.profile();
        this.words = words;
        this.names = names;
        this.drawing = drawing;
        this.counts = counts;
        this.progress = progress;
    }

    /// Fills the volumes.
    Shape assemble() throws IOException {
        volumes.add(begin());
        exhibits();
        schedules();
        Shape shape = front();
        bind(shape);
        return shape;
    }

    /// The volumes that were filled, in order.
    List<VolumePages> volumes() {
        return volumes;
    }

    /// Where each exhibit stands.
    List<ExhibitPlace> places(Shape shape) {
        List<ExhibitPlace> found = new ArrayList<>();
        for (VolumePages volume : volumes) {
            for (PlannedSection section : volume.sections()) {
                for (PlannedExhibit exhibit : section.exhibits()) {
                    found.add(new ExhibitPlace(
                            exhibit.reference(),
                            exhibit.content().hash(),
                            exhibit.mark(),
                            section.letter(),
                            Objects.requireNonNull(shape.numbers().get(Keys.exhibit(exhibit))),
                            pages.getOrDefault(exhibit.mark(), 0)));
                }
            }
        }
        return found;
    }

    /// What had to be mended on the way.
    List<RuleResult> notes() {
        return List.copyOf(notes);
    }

    private VolumePages begin() {
        bytes = 0;
        return new VolumePages(plan, words, drawing, progress);
    }

    private void exhibits() throws IOException {
        int done = 0;
        int all = plan.exhibits().size();
        for (PlannedSection section : plan.sections()) {
            for (PlannedExhibit exhibit : section.exhibits()) {
                progress.checkCancelled();
                progress.step("insert", done++, all);
                exhibit(section, exhibit == section.exhibits().getFirst(), exhibit);
            }
        }
        progress.step("insert", all, all);
    }

    /// An exhibit that makes a volume too large, or too long, begins the next.
    private void exhibit(PlannedSection section, boolean first, PlannedExhibit exhibit) throws IOException {
        long size = SizeGuess.of(exhibit);
        if (holdsAny() && mostBytes() < bytes + size) {
            volumes.add(begin());
        }
        int before = volumes.getLast().count();
        boolean held = holdsAny();
        List<RuleResult> said = add(volumes.getLast(), section, first, exhibit);
        if (held && volumes.getLast().count() > mostPages()) {
            volumes.getLast().takeBack(before, first);
            volumes.add(begin());
            said = add(volumes.getLast(), section, first, exhibit);
        }
        bytes += size;
        notes.addAll(said);
    }

    private boolean holdsAny() {
        return !volumes.getLast().sections().isEmpty();
    }

    private List<RuleResult> add(VolumePages volume, PlannedSection section, boolean first, PlannedExhibit exhibit)
            throws IOException {
        if (first) {
            blank(volume, sectionPages(section.letter()) - volume.begin(section));
        }
        int before = volume.count();
        List<RuleResult> said = List.of();
        if (exhibit.withheld().isPresent()) {
            volume.addWithheld(section, exhibit, counts.of(exhibit, plan, words, drawing, progress));
        } else {
            said = volume.add(section, exhibit);
        }
        pages.put(exhibit.mark(), volume.count() - before);
        return said;
    }

    /// How many pages a section's own page takes in the version with the longest titles; 0 where there is one version.
    private int sectionPages(String letter) throws IOException {
        int most = 0;
        for (BundlePlan version : others()) {
            try (PDDocument scratch = new PDDocument(SealedScratch.cache())) {
                ExhibitSheets sheets = new ExhibitSheets(new Fonts(scratch, words.locale()), words, profile.paper());
                for (PlannedSection section : version.sections()) {
                    if (section.letter().equals(letter)) {
                        most = Math.max(most, sheets.section(section).pages().size());
                    }
                }
            }
        }
        return most;
    }

    private List<BundlePlan> others() {
        return versions.stream().filter(version -> version != plan).toList();
    }

    private long mostBytes() {
        return (long) (OF_A_VOLUME
                * profile.largestVolume().or(profile::advisedVolume).orElse(BundleChecker.LARGEST_VOLUME));
    }

    /// Cover and index are not there yet.
    private int mostPages() {
        return profile.mostPages()
                .map(most -> Math.max(1, most - 2 - plan.exhibits().size() / 20 - scheduledPages()))
                .orElse(Integer.MAX_VALUE);
    }

    /// How many pages the schedules before the exhibits take, about.
    private int scheduledPages() {
        return plan.draft().how().schedules().size() * (1 + plan.exhibits().size() / 15);
    }

    private void schedules() throws IOException {
        List<BackMatter.Kind> kinds = BackMatter.kinds(versions);
        Map<BackMatter.Kind, Integer> most = new HashMap<>();
        for (BundlePlan version : others()) {
            try (PDDocument scratch = new PDDocument(SealedScratch.cache())) {
                BackMatter theirs = new BackMatter(new Fonts(scratch, words.locale()), words, version, names, notes);
                for (BackMatter.Kind kind : kinds) {
                    most.merge(kind, theirs.set(kind).pages().size(), Math::max);
                }
            }
        }
        VolumePages last = volumes.getLast();
        BackMatter ours = new BackMatter(last.fonts(), words, plan, names, notes);
        for (BackMatter.Kind kind : kinds) {
            Typeset set = ours.set(kind);
            last.schedule(set);
            blank(last, most.getOrDefault(kind, 0) - set.pages().size());
        }
    }

    private void blank(VolumePages volume, int pages) {
        for (int i = 0; i < pages; i++) {
            volume.schedule(new FrontMatter(volume.fonts(), words, plan).blank());
        }
    }

    /// What stands before the exhibits is set twice: once to know how many pages it takes, then with the numbers that
    /// follow from that.
    private Shape front() throws IOException {
        List<List<Entry>> entries = entries(plan);
        List<Integer> rooms = rooms(entries);
        Shape shape = shape(entries, rooms);
        for (int i = 0; i < volumes.size(); i++) {
            VolumePages volume = volumes.get(i);
            FrontMatter front = new FrontMatter(volume.fonts(), words, plan);
            List<Typeset> before = front.parts(shape, shape.volumes().get(i));
            for (int set = pages(before); set < rooms.get(i); set++) {
                before.add(front.blank());
            }
            volume.prepend(before);
            // the index of the next volume names the schedules of the first
            shape = numbered(shape, i);
        }
        return shape;
    }

    private List<List<Entry>> entries(BundlePlan version) {
        return Entry.ofVolumes(version, words, volumes, BackMatter.kinds(versions));
    }

    /// How many pages there are before the exhibits of each volume, in the version in which they are most.
    private List<Integer> rooms(List<List<Entry>> entries) throws IOException {
        List<Integer> rooms = new ArrayList<>();
        for (int i = 0; i < volumes.size(); i++) {
            rooms.add(1);
        }
        for (BundlePlan version : versions) {
            Shape shape = shape(version == plan ? entries : entries(version), List.copyOf(rooms));
            for (int i = 0; i < volumes.size(); i++) {
                try (PDDocument scratch = new PDDocument(SealedScratch.cache())) {
                    FrontMatter front = new FrontMatter(new Fonts(scratch, words.locale()), words, version);
                    int pages = pages(front.parts(shape, shape.volumes().get(i)));
                    rooms.set(i, Math.max(rooms.get(i), pages));
                }
            }
        }
        return rooms;
    }

    private static int pages(List<Typeset> set) {
        return set.stream().mapToInt(one -> one.pages().size()).sum();
    }

    /// @param rooms pages before the exhibits of each volume
    private Shape shape(List<List<Entry>> entries, List<Integer> rooms) {
        List<Shape.Volume> shaped = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        int next = plan.edition().firstPage();
        for (int i = 0; i < volumes.size(); i++) {
            int pages = rooms.get(i) + volumes.get(i).count();
            shaped.add(new Shape.Volume(plan.draft().volume() + i, entries.get(i), next, pages));
            numbers.putAll(numbers(volumes.get(i), next + rooms.get(i)));
            next += pages;
        }
        return new Shape(shaped, numbers);
    }

    /// The same with the numbers of what stands before the exhibits of a volume.
    private Shape numbered(Shape shape, int volume) {
        Map<String, Integer> numbers =
                numbers(volumes.get(volume), shape.volumes().get(volume).firstPage());
        numbers.keySet().removeAll(shape.numbers().keySet());
        return shape.knowing(numbers);
    }

    private static Map<String, Integer> numbers(VolumePages volume, int from) {
        Map<PDPage, Integer> pages = new HashMap<>();
        int number = from;
        for (PDPage page : volume.document().getPages()) {
            pages.put(page, number++);
        }
        Map<String, Integer> numbers = new HashMap<>();
        volume.places().forEach((key, page) -> numbers.put(key, pages.getOrDefault(page, from)));
        return numbers;
    }

    private void bind(Shape shape) throws IOException {
        for (int i = 0; i < volumes.size(); i++) {
            VolumePages volume = volumes.get(i);
            Shape.Volume shaped = shape.volumes().get(i);
            Binding binding = new Binding(volume.document(), shaped, words, volume.places());
            volume.finish(binding, profile, head(shaped), shaped.firstPage(), shape.lastPage(), progress);
        }
    }

    /// What every page says of the bundle it belongs to, in the order that its court wants.
    private String head(Shape.Volume volume) {
        Function<CourtProfile.Label, String> said = label -> switch (label) {
            case MARKING -> Titles.of(plan.draft().marking());
            case REFERENCE -> Titles.of(plan.draft().caseReference());
            case RECORD -> record();
            case CASE -> Titles.of(plan.draft().caseName());
            case CONFIDENTIALITY ->
                words.coded("protection", plan.draft().confidentiality().name());
            case VOLUME -> words.text("cover.volume", String.valueOf(volume.number()));
            case DATE -> words.date(plan.date());
        };
        List<String> parts = profile.head().stream().map(said).toList();
        return String.join(" · ", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    /// As the registry of the ICC files: what is kept from some says so, and what has something taken out.
    private String record() {
        if (plan.draft().caseReference().isBlank()) {
            return "";
        }
        boolean reduced =
                plan.exhibits().stream().anyMatch(exhibit -> exhibit.withheld().isPresent());
        String level = switch (plan.draft().confidentiality()) {
            case PUBLIC -> "";
            case RESTRICTED, CONFIDENTIAL -> "-Conf";
            case EX_PARTE, SEALED -> "-Conf-Exp";
        };
        return Titles.of(plan.draft().caseReference()) + level + (reduced ? "-Red" : "") + " "
                + FILED.format(plan.date());
    }

    @Override
    public void close() throws IOException {
        for (VolumePages volume : volumes) {
            volume.close();
        }
    }
}
