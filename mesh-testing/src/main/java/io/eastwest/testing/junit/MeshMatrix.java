package io.eastwest.testing.junit;

import io.eastwest.routing.question.MeshFailure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each combination of what its parameters ask for. Of these types it takes at least one, and
 * may take several of one type:
 *
 * <ul>
 *   <li>{@link io.eastwest.routing.Caller}: one caller for each cluster and locality of the mesh;
 *   <li>{@link io.eastwest.model.topology.ClusterTopology}: each cluster;
 *   <li>{@link MeshFailure}: each single failure of the kinds asked for. A parameter of type {@link
 *       io.eastwest.routing.Conditions} is what is broken then, of several failures all.
 * </ul>
 *
 * <p>Runs come in the order of the parameters, the last one changing fastest. The class or the method needs {@link MeshTest}.
 * A matrix without any combination fails.
 *
 * <pre>{@code
 * @MeshMatrix(failures = {MeshFailure.Kind.CLUSTER, MeshFailure.Kind.ZONE})
 * void someoneAnswersOrders(Caller caller, MeshFailure failure, MeshRouter router) { ... }
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(MatrixExtension.class)
public @interface MeshMatrix {
    /** {@return what may break, one thing at a time} */
    MeshFailure.Kind[] failures() default {
        MeshFailure.Kind.ZONE,
        MeshFailure.Kind.REGION,
        MeshFailure.Kind.CLUSTER,
        MeshFailure.Kind.GATEWAYS,
        MeshFailure.Kind.LINK
    };
}
