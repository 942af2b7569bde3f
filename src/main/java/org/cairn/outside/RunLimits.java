package org.cairn.outside;

import java.time.Duration;

/// What one run of a program may cost.
///
/// @param time from its start to its end
/// @param memoryMiB of each process, where the system can hold it to that
/// @param folderBytes what may lie in its folder at once, with what was handed to it
public record RunLimits(Duration time, int memoryMiB, long folderBytes) {}
