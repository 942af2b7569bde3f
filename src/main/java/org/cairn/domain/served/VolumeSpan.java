package org.cairn.domain.served;

/// Which pages of a bundle a volume holds.
///
/// @param number as it is called
/// @param firstPage the number of its first page
/// @param pages how many it has
public record VolumeSpan(int number, int firstPage, int pages) {

    /// The number of its last page.
    public int lastPage() {
        return firstPage + pages - 1;
    }

    @Override
    public String toString() {
        return "Volume " + number;
    }
}
