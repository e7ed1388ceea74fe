# SPDX-FileCopyrightText: 2026 The Signalbox developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DROOT=<source folder> -DLUPDATE=<program> -DSOURCES=<list file of lupdate> -DWORK=<scratch folder>
#     -P translations.cmake
# Fails on a text that is not translated, that the sources no longer hold, or that is in the sources but not in
# the .ts file, and on a translation that loses or invents a place for an argument (%1).
#
# lupdate runs over copies without -no-obsolete, so whatever differs from the sources becomes a mark in the copy:
# new texts are "unfinished", lost ones "vanished".

# One line each; SEND_ERROR would add a call stack to every one of maybe hundreds.
function(complain text)
    message(NOTICE "${text}")
    set_property(GLOBAL APPEND PROPERTY complaints x)
endfunction()

# The places (%1, %2 …) in a text, sorted; %n may be missing where a language writes the number out.
function(places text result)
    string(REGEX MATCHALL "%[1-9]" found "${text}")
    list(SORT found)
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

function(check_places name source translation)
    places("${source}" wanted)
    places("${translation}" given)
    if(NOT "${wanted}" STREQUAL "${given}")
        complain("${name}: other places than in the source: '${source}' -> '${translation}'")
    endif()
endfunction()

function(check_marks name file)
    # Brackets would join lines of a CMake list, and none is needed here.
    file(READ ${file} text)
    string(REGEX REPLACE "[][;\\\\]" "_" text "${text}")
    string(REPLACE "\n" ";" lines "${text}")
    set(source "")
    foreach(line IN LISTS lines)
        if(line MATCHES "^ *<source>(.*)")
            string(REPLACE "</source>" "" source "${CMAKE_MATCH_1}")
        elseif(line MATCHES "type=\"(unfinished|vanished|obsolete)\"")
            complain("${name}: ${CMAKE_MATCH_1}: '${source}'")
        elseif(line MATCHES "<(translation|numerusform)></|<(translation|numerusform)/>")
            complain("${name}: empty: '${source}'")
        elseif(line MATCHES "<(translation|numerusform)>(.*)</(translation|numerusform)>")
            check_places(${name} "${source}" "${CMAKE_MATCH_2}")
        endif()
    endforeach()
endfunction()

function(count_messages file result)
    file(STRINGS ${file} messages REGEX "<message[ >]")
    list(LENGTH messages count)
    set(${result} ${count} PARENT_SCOPE)
endfunction()

file(GLOB ts_files ${ROOT}/translations/*.ts)
if(NOT ts_files)
    complain("no .ts files in ${ROOT}/translations")
endif()
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
foreach(file IN LISTS ts_files)
    get_filename_component(name ${file} NAME)
    check_marks(${name} ${file})
    set(only "")
    if(name STREQUAL "signalbox_en.ts")
        set(only -pluralonly)
    endif()
    file(COPY ${file} DESTINATION ${WORK})
    execute_process(COMMAND ${LUPDATE} -locations none -no-ui-lines ${only} @${SOURCES} -ts ${WORK}/${name}
        OUTPUT_QUIET ERROR_VARIABLE errors RESULT_VARIABLE failed)
    if(failed)
        complain("lupdate failed for ${name}: ${errors}")
    endif()
    count_messages(${file} before)
    count_messages(${WORK}/${name} after)
    if(before EQUAL 0 OR NOT before EQUAL after)
        complain("${name}: ${before} texts, the sources hold ${after}; build target update_translations")
    endif()
    check_marks("${name} brought up to date" ${WORK}/${name})
endforeach()
get_property(complaints GLOBAL PROPERTY complaints)
list(LENGTH complaints count)
if(count GREATER 0)
    message(FATAL_ERROR "${count} complaints about the translations")
endif()
