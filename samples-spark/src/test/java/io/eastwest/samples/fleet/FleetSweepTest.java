package io.eastwest.samples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class FleetSweepTest {
    private static final List<MeshTexts> FLEET = DemoFleet.of(18);

    @Test
    void tasksOfSparkSayWhatOneProcessSays() {
        SparkConf local = new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1");
        List<FleetRow> rows;
        try (JavaSparkContext spark = new JavaSparkContext(local)) {
            rows = FleetSweep.sweep(spark, FLEET);
        }

        assertThat(rows)
                .containsExactlyElementsOf(FLEET.stream()
                        .flatMap(mesh -> FleetSweep.matrix(mesh).stream())
                        .toList());
    }

    @Test
    void onlyMeshesWithoutOutlierDetectionLoseCalls() {
        String summary = FleetSweep.summary(
                FLEET.stream().flatMap(mesh -> FleetSweep.matrix(mesh).stream()).toList());

        assertThat(summary).isEqualTo("""
                Which single failures lose calls?
                  cluster c1: in 6 of 18 meshes
                  cluster c2: in 6 of 18 meshes
                  cluster c3: in 4 of 12 meshes
                  cluster c4: in 2 of 6 meshes
                  control plane c1: in 0 of 18 meshes
                  control plane c2: in 0 of 18 meshes
                  control plane c3: in 0 of 12 meshes
                  control plane c4: in 0 of 6 meshes
                """);
    }
}
