package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/questions.md} and {@code docs/explanations.md}. */
class QuestionSnippets {
    private final MeshSnapshot mesh = TwoSites.twoNetworks()
            .pods("orders", "c1", "z1", 2)
            .pods("orders", "c2", "z1", 2)
            .snapshot();
    private final Call call = TwoSites.orders("c1");

    @Test
    void failures() {
        MeshRouter router = MeshRouter.of(mesh);
        FailureMatrix matrix = FailureMatrix.of(router); // axes that the mesh itself gives
        matrix.toText(); // a table for people
        matrix.fragile(); // rows that lose calls under some failure
        matrix.toCsv(); // one line per share, exact fractions

        assertThat(matrix.toText()).startsWith("TARGET");
        assertThat(matrix.fragile()).isNotEmpty();
        assertThat(matrix.toCsv()).contains("orders.shop:8080");
    }

    @Test
    void failover() {
        MeshRouter router = MeshRouter.of(mesh);

        List<FailoverProof> proofs = FailoverProof.of(router, call);

        assertThat(proofs)
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(proof.toText()).startsWith("GET http://orders.shop:8080/"));
    }

    @Test
    void explanations() {
        MeshRouter router = MeshRouter.of(mesh);

        Explanation why = router.explain(call, Conditions.clusterDown("c2"));
        why.toText(); // for people
        why.toJson(); // for programs; Explanation.fromJson(text) gives an equal explanation
        why.decision().toMermaid(); // a flowchart of the hops with their shares

        assertThat(why.toText()).contains("cluster c2 is down");
        assertThat(Explanation.fromJson(why.toJson())).isEqualTo(why);
        assertThat(why.decision().toMermaid()).startsWith("flowchart LR");
    }
}
