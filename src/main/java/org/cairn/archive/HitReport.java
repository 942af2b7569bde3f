package org.cairn.archive;

import java.nio.file.Path;
import java.util.Map;
import org.cairn.domain.search.HitFormat;
import org.cairn.domain.search.HitList;

/// A list of hits that left the archive.
///
/// @param tail what it holds, and how much was kept back
/// @param files what was written
public record HitReport(HitList.Tail tail, Map<HitFormat, Path> files) {
    public HitReport {
        files = Map.copyOf(files);
    }

    @Override
    public String toString() {
        return "HitReport " + tail;
    }
}
