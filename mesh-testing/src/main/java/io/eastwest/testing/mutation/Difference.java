package io.eastwest.testing.mutation;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import java.util.Optional;

/**
 * A call that two meshes answer differently.
 *
 * @param call the call
 * @param conditions what is broken
 * @param text what each does, in words
 * @param before the answer of one; empty: it does not know the host
 * @param after the answer of the other; empty: it does not know the host
 */
record Difference(Call call, Conditions conditions, String text, Optional<Decision> before, Optional<Decision> after) {}
