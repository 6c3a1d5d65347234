package io.eastwest.samples.fleet;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixCell;
import io.eastwest.routing.question.MeshFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Which single failures lose calls, in each mesh of a fleet? One failure matrix for each mesh, made by tasks of Spark. What
 * travels are texts and rows; nothing of the engine needs to be serialised.
 */
public final class FleetSweep {
    private static final int MESHES = 2_000;

    private FleetSweep() {}

    /**
     * Prints how many meshes lose calls under each failure.
     *
     * @param args number of meshes of the fleet; default 2000
     */
    public static void main(String[] args) {
        int meshes = args.length == 0 ? MESHES : Integer.parseInt(args[0]);
        SparkConf local =
                new SparkConf().setMaster("local[*]").setAppName("fleet sweep").set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(local)) {
            System.out.print(summary(sweep(spark, DemoFleet.of(meshes))));
        }
    }

    static List<FleetRow> sweep(JavaSparkContext spark, List<MeshTexts> fleet) {
        return spark.parallelize(fleet).flatMap(mesh -> matrix(mesh).iterator()).collect();
    }

    static List<FleetRow> matrix(MeshTexts mesh) {
        MeshRouter router = MeshRouter.of(mesh.read());
        List<Caller> callers = router.snapshot().clusters().stream()
                .map(cluster -> new Caller("web", "shop", cluster))
                .toList();
        FailureMatrix matrix = FailureMatrix.of(router, MatrixAxes.of(router).calledBy(callers));
        List<FleetRow> rows = new ArrayList<>();
        for (MeshFailure failure : matrix.failures()) {
            int losing = (int) matrix.rows().stream()
                    .map(row -> matrix.cell(row, failure).change())
                    .filter(change -> change == MatrixCell.Change.DEGRADED || change == MatrixCell.Change.LOST)
                    .count();
            rows.add(new FleetRow(mesh.name(), failure.name(), matrix.rows().size(), losing));
        }
        return rows;
    }

    static String summary(List<FleetRow> rows) {
        TreeMap<String, int[]> failures = new TreeMap<>();
        for (FleetRow row : rows) {
            int[] counts = failures.computeIfAbsent(row.failure(), name -> new int[2]);
            counts[0]++;
            counts[1] += row.losing() > 0 ? 1 : 0;
        }
        StringBuilder text = new StringBuilder("Which single failures lose calls?\n");
        failures.forEach((failure, counts) -> text.append("  ")
                .append(failure)
                .append(": in ")
                .append(counts[1])
                .append(" of ")
                .append(counts[0])
                .append(" meshes\n"));
        return text.toString();
    }
}
