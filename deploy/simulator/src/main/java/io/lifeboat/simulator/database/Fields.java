package io.lifeboat.simulator.database;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an entity's fields held, to be put back when the transaction that changed them fails. */
record Fields(List<Field> fields, Object[] values) {

    private static final Map<Class<?>, List<Field>> OF_CLASS = new ConcurrentHashMap<>();

    static Fields of(Object entity) {
        List<Field> fields = OF_CLASS.computeIfAbsent(entity.getClass(), Fields::declared);
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(fields.get(i), entity);
        }
        return new Fields(fields, values);
    }

    void restore(Object entity) {
        for (int i = 0; i < values.length; i++) {
            try {
                fields.get(i).set(entity, values[i]);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("cannot restore " + fields.get(i), e);
            }
        }
    }

    private static Object read(Field field, Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }

    private static List<Field> declared(Class<?> entity) {
        List<Field> all = new ArrayList<>();
        for (Class<?> part = entity; part != Object.class; part = part.getSuperclass()) {
            for (Field field : part.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    all.add(field);
                }
            }
        }
        AccessibleObject.setAccessible(all.toArray(Field[]::new), true);
        return List.copyOf(all);
    }
}
