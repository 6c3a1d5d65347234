package io.eastwest.testing.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of a class, or one test, are about a mesh. Their methods and constructors may take parameters of these types:
 * {@link io.eastwest.model.MeshSnapshot}, {@link io.eastwest.routing.MeshRouter}, {@link io.eastwest.routing.Conditions}, and
 * where coverage is measured {@link io.eastwest.testing.coverage.MeshCoverage}. Where both a class and a method have it, that of
 * the method counts; a nested class uses that of the class around it.
 *
 * <pre>{@code
 * @MeshTest("src/test/mesh")
 * class FailoverTest {
 *     @Test
 *     void ordersAreAnswered(MeshRouter router) { ... }
 * }
 * }</pre>
 *
 * <p>A mesh with an error fails the test with one line for each problem.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(MeshExtension.class)
public @interface MeshTest {
    /** {@return the folder of the mesh, relative to the working directory, which Maven and Gradle set to that of the module} */
    String value();

    /**
     * {@return what is broken, in the notation of {@link io.eastwest.routing.Conditions#parse}; conditions of a matrix are
     * added to it}
     */
    String conditions() default "healthy";

    /** {@return whether the router refuses calls that something unmodelled may change} */
    boolean strict() default false;

    /**
     * {@return the least percentage of the rules of the mesh that the tests of the class must reach together, 0 to 100; -1: it is
     * not measured. Every call counts that the router of a test decides or explains. Only an annotation of a class may ask for it; tests that have a mesh of their own
     * do not count}
     */
    int coverage() default -1;

    /**
     * {@return the folder for reports about it, relative to the working directory, such as {@code target/mesh-coverage}: {@code
     * <class>.html}, {@code .json}, {@code .txt} and {@code .info} (LCOV); empty: none are written}
     */
    String coverageReports() default "";
}
