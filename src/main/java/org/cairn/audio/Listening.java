package org.cairn.audio;

/// Sound as it comes in, from a device or from wherever else.
public interface Listening extends AutoCloseable {

    /// How it is counted.
    SoundFormat format();

    /// What it comes from, as the system calls it.
    String device();

    /// Waits for sound and takes it.
    ///
    /// @return how many bytes, whole samples; -1 when there will be no more
    int read(byte[] to);

    /// Stops listening for a while: what is said meanwhile is not taken.
    void pause();

    void resume();

    /// Stops for good; whoever waits in [#read] is told that there is no more.
    @Override
    void close();
}
