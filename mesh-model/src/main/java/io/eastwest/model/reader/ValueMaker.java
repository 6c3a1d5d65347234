package io.eastwest.model.reader;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Makes a value: a constructor or a static method. */
@FunctionalInterface
interface ValueMaker {
    /**
     * The value made of some arguments; null if it is not made and nothing says why.
     *
     * @throws InvocationTargetException whatever the maker throws
     */
    @Nullable
    Object make(@Nullable Object... arguments) throws ReflectiveOperationException;

    static ValueMaker of(Executable maker) {
        maker.setAccessible(true);
        if (maker instanceof Constructor<?> constructor) {
            return constructor::newInstance;
        }
        Method method = (Method) maker;
        return arguments -> method.invoke(null, arguments);
    }
}
