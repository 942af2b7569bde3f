package org.cairn.domain.medical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path of moves, lines and Bézier curves in absolute coordinates.
public final class VectorPath {

    private static final Pattern STEP = Pattern.compile("([MLCZ])([^MLCZ]*)");
    private static final int SLICES = 12;

    private final String svg;
    private final List<Step> steps;
    /// Kept, for whoever points at the body asks every region of it whether it is there.
    private final List<double[]> points;

    private VectorPath(String svg, List<Step> steps) {
        this.svg = svg;
        this.steps = List.copyOf(steps);
        this.points = along(steps);
    }

    /// One step.
    ///
    /// @param to `M`, `L`, `C` or `Z`
    /// @param at its coordinates: two, six or none
    public record Step(char to, List<Double> at) {
        public Step {
            at = List.copyOf(at);
        }
    }

    /// Reads the path data of SVG that knows M, L, C and Z.
    ///
    /// @throws IllegalArgumentException when it is anything else
    public static VectorPath of(String svg) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(svg);
        int end = 0;
        while (step.find()) {
            require(step.start() == end);
            end = step.end();
            steps.add(step(step.group(1).charAt(0), step.group(2).strip()));
        }
        require(end == svg.length() && !steps.isEmpty() && steps.getFirst().to() == 'M');
        return new VectorPath(svg, steps);
    }

    private static Step step(char to, String numbers) {
        List<Double> at = numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split("[ ,]+")).map(Double::valueOf).toList();
        require(at.size()
                == switch (to) {
                    case 'C' -> 6;
                    case 'Z' -> 0;
                    default -> 2;
                });
        return new Step(to, at);
    }

    private static void require(boolean well) {
        if (!well) {
            throw new IllegalArgumentException("not a path of M, L, C and Z");
        }
    }

    /// The path as SVG writes it.
    public String svg() {
        return svg;
    }

    /// The same, step by step.
    public List<Step> steps() {
        return steps;
    }

    /// Whether it comes back to where it began.
    public boolean closed() {
        return steps.getLast().to() == 'Z';
    }

    /// Whether a place lies inside, by the even-odd rule.
    public boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = points.size() - 1; i < points.size(); j = i++) {
            double[] a = points.get(i);
            double[] b = points.get(j);
            if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /// Points along it, close enough to stand for it.
    public List<double[]> points() {
        return points.stream().map(double[]::clone).toList();
    }

    private static List<double[]> along(List<Step> steps) {
        List<double[]> points = new ArrayList<>();
        double[] from = {0, 0};
        for (Step step : steps) {
            List<Double> at = step.at();
            if (step.to() == 'C') {
                for (int i = 1; i < SLICES; i++) {
                    points.add(along(from, at, (double) i / SLICES));
                }
            }
            if (!at.isEmpty()) {
                from = new double[] {at.get(at.size() - 2), at.getLast()};
                points.add(from);
            }
        }
        return List.copyOf(points);
    }

    private static double[] along(double[] from, List<Double> at, double t) {
        double u = 1 - t;
        double[] point = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            point[axis] = u * u * u * from[axis]
                    + 3 * u * u * t * at.get(axis)
                    + 3 * u * t * t * at.get(2 + axis)
                    + t * t * t * at.get(4 + axis);
        }
        return point;
    }

    @Override
    public String toString() {
        return "VectorPath";
    }
}
