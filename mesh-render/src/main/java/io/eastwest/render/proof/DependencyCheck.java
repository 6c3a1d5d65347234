package io.eastwest.render.proof;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.render.MeshTree;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What depends on each file of a tree: calls are decided with it and without it, healthy and with each cluster failing. One
 * workload of each cluster and locality calls, the first by namespace and name. Immutable and thread-safe.
 */
public final class DependencyCheck {
    private final MeshSnapshot mesh;
    private final MatrixAxes axes;
    private final List<MatrixRow> before;
    private final SortedMap<String, Place> files;

    private DependencyCheck(MeshTree tree) {
        this.mesh = tree.snapshot();
        MeshRouter router = MeshRouter.of(mesh);
        this.axes = MatrixAxes.of(router).toBuilder()
                .failures(MeshFailures.of(router, MeshFailure.Kind.CLUSTER))
                .build();
        this.before = FailureMatrix.of(router, axes).rows();
        this.files = new TreeMap<>();
        for (String cluster : mesh.clusters()) {
            for (Manifest manifest : mesh.manifests(cluster)) {
                files.put(MeshTree.path(cluster, manifest.resource()), new Place(cluster, manifest));
            }
        }
    }

    /** Where a resource is. */
    private record Place(String cluster, Manifest manifest) {}

    /**
     * Asks all calls of a tree once.
     *
     * @param tree the files
     * @return the check
     */
    public static DependencyCheck of(MeshTree tree) {
        return new DependencyCheck(tree);
    }

    /** {@return paths of the files that may be asked for, each of one resource, in path order} */
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    /**
     * Who loses calls without a file.
     *
     * @param path path of the file, see {@link #files()}
     * @return clients and services of which a larger share of calls is lost, by state, then by service and client; empty: nothing depends
     *     on it
     * @throws IllegalArgumentException if the tree has no such resource
     */
    public List<Dependent> dependents(String path) {
        Place place = files.get(path);
        if (place == null) {
            throw new IllegalArgumentException("no resource of the tree has the file \"" + path + "\"");
        }
        MeshRouter router = MeshRouter.of(mesh.toBuilder()
                .remove(place.cluster(), place.manifest().resource().key())
                .build());
        Map<String, MatrixRow> after = new LinkedHashMap<>();
        List<Caller> left =
                axes.callers().stream().filter(caller -> exists(router, caller)).toList();
        MatrixAxes asked = MatrixAxes.builder()
                .targets(axes.targets())
                .callers(left)
                .failures(axes.failures())
                .build();
        FailureMatrix.of(router, asked).rows().forEach(row -> after.put(key(row), row));
        List<Dependent> dependents = new ArrayList<>();
        before.forEach(row -> add(row, after, "healthy", -1, dependents));
        for (int i = 0; i < axes.failures().size(); i++) {
            String state = axes.failures().get(i).name();
            for (MatrixRow row : before) {
                add(row, after, state, i, dependents);
            }
        }
        return List.copyOf(dependents);
    }

    private static void add(
            MatrixRow row, Map<String, MatrixRow> after, String state, int column, List<Dependent> dependents) {
        CallResult with = result(row, column);
        MatrixRow other = after.get(key(row));
        CallResult without = other == null ? CallResult.builder().called(false).build() : result(other, column);
        boolean loses = without.called()
                ? without.lost().compareTo(with.lost()) > 0
                : !with.served().plus(with.answeredByRule()).isZero();
        if (with.called() && loses) {
            dependents.add(new Dependent(row.target(), row.call(), state, with, without));
        }
    }

    private static CallResult result(MatrixRow row, int column) {
        return column < 0 ? row.healthy() : row.cells().get(column).result();
    }

    private static String key(MatrixRow row) {
        return row.target() + " " + row.call().caller();
    }

    private static boolean exists(MeshRouter router, Caller caller) {
        return router.view(caller.cluster()).workloads().stream()
                .anyMatch(pod -> pod.cluster().equals(caller.cluster())
                        && pod.namespace().equals(caller.namespace())
                        && pod.name().equals(caller.workload()));
    }
}
