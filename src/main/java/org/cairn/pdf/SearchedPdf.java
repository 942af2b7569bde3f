package org.cairn.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.jspecify.annotations.Nullable;

/// Reads a PDF that has lost its root or the lists of its objects: each object is where the scan found it.
final class SearchedPdf extends SparingParser {

    private static final List<COSName> OF_TRAILERS = List.of(COSName.ROOT, COSName.INFO, COSName.ENCRYPT, COSName.ID);

    private final Scan scan;
    private final Set<Long> brokenPacks = new HashSet<>();
    private Map<Long, Pack.Member> members = Map.of();
    private long inHand = -1;
    private boolean unlocked;
    private boolean lockLeadsOn;

    SearchedPdf(RandomAccessRead bytes, String password, StreamCacheCreateFunction cache, Scan scan)
            throws IOException {
        super(bytes, password, cache);
        this.scan = scan;
    }

    /// Where there is no word of a version, there may still be pages.
    @Override
    protected boolean parsePDFHeader() {
        try {
            super.parsePDFHeader();
        } catch (IOException e) {
            // the library takes it for one of the version that most are
        }
        return true;
    }

    @Override
    protected void initialParse() throws IOException {
        scan.objects().forEach((key, place) -> document.getXrefTable().put(key, place.last()));
        document.setTrailer(trailer());
        prepareDecryption();
        Pack.Room room = new Pack.Room();
        for (Map.Entry<COSObjectKey, Scan.Place> entry : scan.objects().entrySet()) {
            if (entry.getValue().pack()) {
                Stopped.check();
                unpack(entry.getKey(), entry.getValue(), room);
            }
        }
        document.setDecrypted();
        initialParseDone = true;
    }

    /// What all trailers say; what the last of them says holds.
    private COSDictionary trailer() {
        COSDictionary trailer = new COSDictionary();
        scan.trailers().forEach(at -> take(trailer, at.place(), at.numbered()));
        if (!trailer.containsKey(COSName.ENCRYPT) && !unlocked) {
            scan.objects().forEach((key, place) -> {
                if (place.lock()) {
                    lock(trailer, document.getObjectFromPool(key));
                }
            });
        }
        return trailer;
    }

    /// A lock that no trailer names any more still locks.
    private static void lock(COSDictionary trailer, COSObject lock) {
        COSDictionary found = Resolved.dictionary(lock);
        if (found != null && found.containsKey(COSName.O) && found.containsKey(COSName.U)) {
            trailer.setItem(COSName.ENCRYPT, lock);
            if (!trailer.containsKey(COSName.ID)) {
                trailer.setItem(COSName.ID, new COSArray(List.of(new COSString(""), new COSString(""))));
            }
        }
    }

    /// A file that was locked once and is no longer: what names its root and no lock stands behind what names one.
    /// In a file made for the web the first trailer leads on to the other one, and locks both.
    private void unlock(COSDictionary trailer, COSDictionary later, long at) {
        if (later.containsKey(COSName.ENCRYPT)) {
            unlocked = false;
            lockLeadsOn = later.getLong(COSName.PREV, -1) >= at;
        } else if (later.containsKey(COSName.ROOT) && trailer.containsKey(COSName.ENCRYPT) && !lockLeadsOn) {
            trailer.removeItem(COSName.ENCRYPT);
            unlocked = true;
        }
    }

    private void take(COSDictionary trailer, long at, boolean numbered) {
        try {
            source.seek(at);
            if (numbered) {
                readObjectNumber();
                readGenerationNumber();
                readExpectedString(OBJ_MARKER, true);
            }
            skipSpaces();
            COSDictionary found = parseCOSDictionary(true);
            unlock(trailer, found, at);
            for (COSName key : OF_TRAILERS) {
                COSBase value = found.getItem(key);
                if (value != null) {
                    trailer.setItem(key, value);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // one of several that cannot be read; others may say the same
        }
    }

    /// What is broken in a pack does not take the rest of it along.
    @Override
    protected @Nullable COSBase parseObjectStreamObject(long pack, COSObjectKey key) throws IOException {
        if (!brokenPacks.contains(pack)) {
            COSBase found = together(pack, key);
            if (found != null) {
                return found;
            }
            brokenPacks.add(pack);
        }
        if (inHand != pack) {
            members = new HashMap<>();
            for (Pack.Member member : Pack.members(document, new COSObjectKey(pack, 0), new Pack.Room())) {
                members.put(member.number(), member);
            }
            inHand = pack;
        }
        Pack.Member member = members.get(key.getNumber());
        return member == null ? null : member.read(document);
    }

    private @Nullable COSBase together(long pack, COSObjectKey key) {
        try {
            return super.parseObjectStreamObject(pack, key);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /// An object that lies both in a pack and by itself is where it was written last.
    private void unpack(COSObjectKey key, Scan.Place pack, Pack.Room room) {
        Map<COSObjectKey, Long> table = document.getXrefTable();
        for (Pack.Member member : Pack.members(document, key, room)) {
            COSObjectKey packed = new COSObjectKey(member.number(), 0);
            Long known = table.get(packed);
            if (known == null || lies(known) < pack.last()) {
                table.put(packed, -key.getNumber());
            }
        }
    }

    /// @param known a place in the file, or the number of a pack with the sign turned
    private long lies(long known) {
        Scan.Place pack = known < 0 ? scan.objects().get(new COSObjectKey(-known, 0)) : null;
        return pack == null ? known : pack.last();
    }
}
