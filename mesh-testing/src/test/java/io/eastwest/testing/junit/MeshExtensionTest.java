package io.eastwest.testing.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.testing.MeshAssertions;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** The classes inside are run by a second engine: some of their tests fail on purpose. */
class MeshExtensionTest {
    private static final String SHOP = "src/test/resources/meshes/shop";

    @MeshTest(value = SHOP, conditions = "cluster west down")
    static class AboutTheShop {
        private final MeshSnapshot ofTheConstructor;

        AboutTheShop(MeshSnapshot mesh) {
            this.ofTheConstructor = mesh;
        }

        @Test
        void getsWhatIsAskedFor(MeshSnapshot mesh, MeshRouter router, Conditions conditions) {
            assertThat(ofTheConstructor).isSameAs(mesh);
            assertThat(router.snapshot()).isSameAs(mesh);
            assertThat(conditions).isEqualTo(Conditions.clusterDown("west"));
        }

        @Nested
        class Inside {
            @Test
            void knowsTheMeshToo(MeshRouter router) {
                assertThat(router.snapshot()).isSameAs(ofTheConstructor);
            }
        }

        @Test
        @MeshTest(value = SHOP, strict = true)
        void methodsMaySayOtherwise(MeshRouter router, Conditions conditions) {
            assertThat(router).isSameAs(router.strict());
            assertThat(conditions).isEqualTo(Conditions.healthy());
        }
    }

    @MeshTest(SHOP)
    static class Matrices {
        @MeshMatrix(failures = {MeshFailure.Kind.CLUSTER, MeshFailure.Kind.ZONE})
        void each(Caller caller, MeshRouter router, MeshFailure failure, Conditions conditions) {
            assertThat(conditions).isEqualTo(failure.conditions());
            Call call = Call.get("http://orders.shop:8080/").from(caller);
            MeshAssertions.assertThat(router.decide(call, Conditions.healthy())).forwards();
        }

        @MeshMatrix
        void pairs(ClusterTopology one, ClusterTopology other) {
            assertThat(one).isNotEqualTo(other);
        }
    }

    @MeshTest("src/test/resources/meshes/broken")
    static class AboutABrokenMesh {
        @Test
        void cannotRun(MeshRouter router) {}
    }

    @MeshTest("no/such/folder")
    static class AboutNoMesh {
        @Test
        void cannotRun(MeshRouter router) {}
    }

    @MeshTest(value = SHOP, conditions = "cluster west dwon")
    static class WithWrongConditions {
        @Test
        void cannotRun(Conditions conditions) {}
    }

    @MeshTest(SHOP)
    static class WithoutAxis {
        @MeshMatrix
        void cannotRun(MeshRouter router) {}
    }

    static class WithoutMesh {
        @MeshMatrix
        void cannotRun(Caller caller) {}
    }

    @Test
    void testsGetTheMeshThatTheyAreAbout() {
        run(AboutTheShop.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(3).succeeded(3));
    }

    @Test
    void aMatrixRunsOnceForEachCombination() {
        EngineExecutionResults results = run(Matrices.class);

        assertThat(results.testEvents().succeeded().list().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly(
                        "east/shop/orders-6d4cf56db6-x7v2k, cluster east",
                        "east/shop/orders-6d4cf56db6-x7v2k, cluster west",
                        "east/shop/orders-6d4cf56db6-x7v2k, zone east/east-a",
                        "east/shop/orders-6d4cf56db6-x7v2k, zone west/west-a",
                        "west/shop/orders-6d4cf56db6-x7v2m, cluster east",
                        "west/shop/orders-6d4cf56db6-x7v2m, cluster west",
                        "west/shop/orders-6d4cf56db6-x7v2m, zone east/east-a",
                        "west/shop/orders-6d4cf56db6-x7v2m, zone west/west-a",
                        "east, west",
                        "west, east");
        assertThat(results.testEvents().failed().count()).isEqualTo(2);
    }

    @Test
    void aMeshWithErrorsFailsWithALineForEach() {
        assertThat(messages(AboutABrokenMesh.class))
                .singleElement()
                .asString()
                .contains("src/test/resources/meshes/broken has errors:\n")
                .contains("spec.http[0].rout")
                .contains("spec.http[1].retrys");
    }

    @Test
    void mistakesOfTheTestAreTold() {
        assertThat(messages(AboutNoMesh.class))
                .singleElement()
                .asString()
                .contains("no/such/folder, which is not there");
        assertThat(messages(WithWrongConditions.class))
                .singleElement()
                .asString()
                .contains("@MeshTest(conditions): ")
                .contains("accepted is cluster <cluster> down");
        assertThat(messages(WithoutAxis.class))
                .containsExactly(
                        "@MeshMatrix on cannotRun needs a parameter of type Caller, ClusterTopology or MeshFailure");
        assertThat(messages(WithoutMesh.class))
                .containsExactly("neither cannotRun(Caller) nor its class says which mesh it is about;"
                        + " add @MeshTest(\"<folder>\")");
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    /** {@return what each failed event tells, innermost cause for those that JUnit wraps} */
    private static List<String> messages(Class<?> tests) {
        return run(tests).allEvents().failed().list().stream()
                .map(Event::getPayload)
                .map(payload -> (TestExecutionResult) payload.orElseThrow())
                .map(result -> result.getThrowable().orElseThrow())
                .map(Throwable::getMessage)
                .toList();
    }
}
