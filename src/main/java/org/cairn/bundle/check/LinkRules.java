package org.cairn.bundle.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/// Rules 3, 4 and 7: links, bookmarks, and how the bundle opens.
final class LinkRules {

    private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?!.*\\d)", Pattern.DOTALL);
    private static final int MOST_BOOKMARKS = 1_000_000;
    private static final COSName XYZ = COSName.getPDFName("XYZ");

    private final ReadBack bundle;
    private final Verdicts verdicts;
    private final int first;
    private final Set<Integer> linked = new TreeSet<>();

    private LinkRules(ReadBack bundle, Verdicts verdicts) {
        this.bundle = bundle;
        this.verdicts = verdicts;
        this.first = NumberRules.first(bundle);
    }

    static void check(ReadBack bundle, Verdicts verdicts) {
        LinkRules rules = new LinkRules(bundle, verdicts);
        rules.links();
        rules.bookmarks();
        rules.opening();
    }

    private void links() {
        List<Integer> dead = new ArrayList<>();
        List<Integer> outward = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < bundle.pages().size(); i++) {
            for (COSDictionary link : linksOn(i)) {
                count++;
                COSBase action = link.getDictionaryObject(COSName.A);
                if (action instanceof COSDictionary dictionary
                        && !"GoTo".equals(dictionary.getNameAsString(COSName.S))) {
                    outward.add(first + i);
                    continue;
                }
                COSBase destination = link.getDictionaryObject(COSName.DEST);
                Optional<Integer> target = bundle.target(destination == null ? action : destination);
                target.ifPresentOrElse(linked::add, addTo(dead, first + i));
            }
        }
        verdicts.rule("3", "links", count == 0 ? List.of(0) : new TreeSet<>(dead), count);
        verdicts.rule("3", "linksOutward", new TreeSet<>(outward));
    }

    private static Runnable addTo(List<Integer> list, int number) {
        return () -> list.add(number);
    }

    private List<COSDictionary> linksOn(int index) {
        List<COSDictionary> links = new ArrayList<>();
        if (bundle.pages().get(index).getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSDictionary annotation
                        && "Link".equals(annotation.getNameAsString(COSName.SUBTYPE))) {
                    links.add(annotation);
                }
            }
        }
        return links;
    }

    private record Bookmark(String title, Optional<Integer> target) {}

    private void bookmarks() {
        List<Bookmark> bookmarks = new ArrayList<>();
        if (bundle.catalog().getDictionaryObject(COSName.OUTLINES) instanceof COSDictionary root) {
            walk(
                    root.getDictionaryObject(COSName.FIRST),
                    bookmarks,
                    Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        List<String> lost = bookmarks.stream()
                .filter(bookmark -> bookmark.target().isEmpty())
                .map(Bookmark::title)
                .toList();
        verdicts.rule("4", "bookmarks", bookmarks.isEmpty() ? List.of("–") : lost, bookmarks.size());
        List<String> mistitled = bookmarks.stream()
                .filter(bookmark -> bookmark.target().isPresent() && !endsWithItsNumber(bookmark))
                .map(Bookmark::title)
                .toList();
        verdicts.rule("4", "bookmarkNumbers", mistitled, bookmarks.size());
        Set<Integer> unindexed = new TreeSet<>();
        for (Bookmark bookmark : bookmarks) {
            bookmark.target()
                    .filter(page -> page > 0 && !linked.contains(page))
                    .ifPresent(page -> unindexed.add(first + page));
        }
        verdicts.rule("4", "indexed", unindexed, bookmarks.size());
    }

    private boolean endsWithItsNumber(Bookmark bookmark) {
        Matcher number = LAST_NUMBER.matcher(bookmark.title());
        int page = bookmark.target().orElse(-1);
        return number.find() && number.group().equals(String.valueOf(first + page));
    }

    private void walk(@Nullable COSBase node, List<Bookmark> bookmarks, Set<COSBase> seen) {
        COSBase next = node;
        while (next instanceof COSDictionary item && seen.size() < MOST_BOOKMARKS && seen.add(item)) {
            COSBase destination = item.getDictionaryObject(COSName.DEST);
            bookmarks.add(new Bookmark(
                    String.valueOf(item.getString(COSName.TITLE)),
                    bundle.target(destination == null ? item.getDictionaryObject(COSName.A) : destination)));
            walk(item.getDictionaryObject(COSName.FIRST), bookmarks, seen);
            next = item.getDictionaryObject(COSName.NEXT);
        }
    }

    private void opening() {
        COSBase opens = bundle.catalog().getDictionaryObject(COSName.OPEN_ACTION);
        boolean fullSize = bundle.place(opens).filter(LinkRules::isFullSize).isPresent()
                && bundle.target(opens).equals(Optional.of(0));
        verdicts.rule("7", "opens", fullSize ? List.of() : List.of(1));
        boolean shown = "UseOutlines".equals(bundle.catalog().getNameAsString(COSName.PAGE_MODE));
        verdicts.rule("7", "bookmarksShown", shown ? List.of() : List.of(1));
    }

    private static boolean isFullSize(COSArray place) {
        return place.size() >= 5
                && XYZ.equals(place.getObject(1))
                && place.getObject(4) instanceof COSNumber zoom
                && zoom.floatValue() == 1;
    }
}
