package io.eastwest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of the README, which is the method below. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    @Test
    void otherRegionTakesOverWhenTheBackendFails() {
        var mesh = MeshSnapshot.read(Path.of("src/main/resources/mesh/failover"));
        MeshRouter router = MeshRouter.of(mesh.orThrow());
        Call call = Call.get("http://mybackend-app.my-backend:8080/").from("frontend", "my-frontend", "cluster-1");

        Decision today = router.decide(call);
        Decision outage = router.decide(call, Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app"));

        assertThat(today.shareOfCluster("cluster-1")).isEqualTo(Share.ONE);
        assertThat(outage.shareOfCluster("cluster-2")).isEqualTo(Share.ONE);
    }

    @Test
    void exampleIsTheTestAbove() throws Exception {
        Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));

        assertThat(example.find()).as("README has an example in Java").isTrue();
        String source = Files.readString(Path.of("src/test/java/io/eastwest/samples/ReadmeTest.java"));
        assertThat(source).contains(example.group(1).indent(4).replace("\n    \n", "\n\n"));
        assertThat(example.find())
                .as("README has another example, which no test compiles")
                .isFalse();
    }
}
